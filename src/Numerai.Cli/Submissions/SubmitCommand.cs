using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Submissions;

internal sealed class SubmitCommand : ApiCommand
{
    private readonly Argument<string> _file = new("file") { Description = "Predictions as CSV or Parquet, plain or gzip." };

    private readonly Option<string> _model = new("--model", "-m")
    {
        Description = "The model's id, or its name within --tournament.",
        Required = true,
    };

    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<int?> _lateFor = new("--late-for")
    {
        Description = "Submit late to a closed round: its number.",
        HelpName = "NUMBER",
    };

    public SubmitCommand()
        : base("submit", "Upload predictions and make them a model's submission.")
    {
        Arguments.Add(_file);
        Options.Add(_model);
        Options.Add(_tournament);
        Options.Add(_lateFor);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var file = context.Get(_file);
        var submission = await client.Submissions.UploadPredictionsAsync(
            context.Get(_model)!,
            file,
            new TransferBar(Path.GetFileName(file)),
            context.Get(_lateFor),
            context.Get(_tournament),
            context.Cancellation);
        context.Output.Write(submission, SubmissionView.Detail);
    }
}

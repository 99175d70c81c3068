using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Submissions;

internal sealed class SubmissionsCommand : ApiCommand
{
    private readonly Argument<string> _model = CommonOptions.Model();
    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public SubmissionsCommand()
        : base("submissions", "The submissions of one of your models, newest first.")
    {
        Arguments.Add(_model);
        Options.Add(_limit);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Submissions.ListAsync(context.Get(_model), context.Get(_limit), context.Get(_tournament), context.Cancellation),
        SubmissionView.Table);
}

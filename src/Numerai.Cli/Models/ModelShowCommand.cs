using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Models;

internal sealed class ModelShowCommand : ApiCommand
{
    private readonly Argument<string> _model = new("model") { Description = "Its id, or its name." };
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public ModelShowCommand()
        : base("show", "One model.")
    {
        Arguments.Add(_model);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Models.GetAsync(context.Get(_model), context.Get(_tournament), context.Cancellation), ModelView.Detail);
}

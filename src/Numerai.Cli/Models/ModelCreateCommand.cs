using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Models;

internal sealed class ModelCreateCommand : ApiCommand
{
    private readonly Argument<string> _name = new("name") { Description = "3 to 40 of a-z, 0-9, '_' and '-'." };
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public ModelCreateCommand()
        : base("create", "Make a model; one of the same name that is already yours is shown.")
    {
        Arguments.Add(_name);
        Options.Add(_tournament);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Models.CreateAsync(context.Get(_name), context.Get(_tournament), context.Cancellation), ModelView.Detail);
}

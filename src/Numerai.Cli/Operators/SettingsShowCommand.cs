using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Operators;

/// <summary>Settings are a tree, so they are shown as JSON: what is changed and sent back.</summary>
internal sealed class SettingsShowCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public SettingsShowCommand()
        : base("show", "The settings that the next round will open under, as JSON.") => Options.Add(_tournament);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        Output.WriteJson(await client.Operator.GetSettingsAsync(context.Get(_tournament), context.Cancellation));
}

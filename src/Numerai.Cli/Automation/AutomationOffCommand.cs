using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Automation;

internal sealed class AutomationOffCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public AutomationOffCommand()
        : base("off", "Leave rounds to people again.") => Options.Add(_tournament);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Operator.StopAutomationAsync(context.Get(_tournament), context.Cancellation), AutomationView.Detail);
}

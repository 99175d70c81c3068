using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Automation;

internal sealed class AutomationShowCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();

    public AutomationShowCommand()
        : base("show", "What automation has done, and what it waits for.") => Options.Add(_tournament);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var automation = await client.Operator.GetAutomationAsync(context.Get(_tournament), context.Cancellation);
        context.Output.Write(automation, AutomationView.Detail);
        context.Output.WriteTable(automation.Recent, AutomationView.Steps);
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Governance;

/// <summary>Pauses or resumes uploads.</summary>
internal sealed class UploadsCommand : ApiCommand
{
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<string> _reason = new("--reason") { Description = "It is published.", HelpName = "TEXT", Required = true };
    private readonly bool _paused;

    public UploadsCommand(string name, bool paused, string description)
        : base(name, description)
    {
        _paused = paused;
        Options.Add(_tournament);
        Options.Add(_reason);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Governance.PauseUploadsAsync(context.Get(_tournament), _paused, context.Get(_reason)!, context.Cancellation),
        ProposalView.Info);
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;
using Numerai.Data.Attacks;
using Numerai.Data.Obfuscation;

namespace Numerai.Cli.Releases;

internal sealed class ReleaseAuditCommand : CliCommand
{
    private static readonly TableView<AttackResult> _view = new TableView<AttackResult>("No attack was run.")
        .Text("attack", result => result.Attack)
        .Text("defence", result => result.Defence)
        .Number("success", result => Format.Share(result.Success))
        .Number("chance", result => Format.Share(result.Chance));

    private readonly PanelOptions _panel = new();
    private readonly Option<string> _key = KeyOptions.Obfuscation();

    private readonly Option<int[]> _groups = new("--mixing")
    {
        Description = "Sizes of the secret groups to try; 0 mixes nothing.",
        DefaultValueFactory = _ => [0, 5],
        AllowMultipleArgumentsPerToken = true,
    };

    public ReleaseAuditCommand()
        : base("audit", "Attack a release of a panel as someone with public prices would; tells what the obfuscation protects.")
    {
        _panel.AddTo(this);
        Options.Add(_key);
        Options.Add(_groups);
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        if (_panel.Load(context) is not { } panel)
        {
            return Task.FromResult(ExitCodes.Usage);
        }

        var results = ObfuscationAudit.Run(
            panel, ObfuscationKey.Load(context.Get(_key)!), context.Get(_groups)!, cancellation: context.Cancellation);
        context.Output.Write(new Page<AttackResult>(results, results.Count, 0, false), _view);
        return Task.FromResult(ExitCodes.Done);
    }
}

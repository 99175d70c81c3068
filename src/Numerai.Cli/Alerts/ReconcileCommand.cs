using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Alerts;

internal sealed class ReconcileCommand : CliCommand
{
    private static readonly TableView<BooksGap> _view = new TableView<BooksGap>("The books agree.")
        .Text("code", gap => gap.Code)
        .Text("subject", gap => gap.Subject)
        .Text("what", gap => gap.Message);

    private readonly Option<int?> _rounds = new("--rounds") { Description = "The latest rounds to look at; without it 100." };

    public ReconcileCommand()
        : base("reconcile", "Compare scores, settlements, ledger and balances now (operator).") => Options.Add(_rounds);

    protected override async Task<int> RunAsync(CommandContext context)
    {
        using var client = context.Connect();
        var report = await client.Operator.ReconcileAsync(context.Get(_rounds), context.Cancellation);
        context.Output.Write(new Page<BooksGap>(report.Gaps, Math.Max(report.Gaps.Count, 1), 0, false), _view);
        context.Output.Say($"{Format.Number(report.Rounds)} resolved rounds and all balances were compared.");
        return report.Holds ? ExitCodes.Done : ExitCodes.Refused;
    }
}

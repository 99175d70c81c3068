using Numerai.Tournament.Ledger;
using Numerai.Verification.Audits;

namespace Numerai.Verification.Tests.Audits;

/// <summary>Everything that is tried on the audit: from a clumsy change to a forger who makes every hash anew.</summary>
internal static partial class Forgeries
{
    public static IEnumerable<Forgery> All => [.. OfTheLedger(), .. OfDocuments(), .. OfCommitments(), .. OfCheckpoints()];

    private static Forgery Make(string name, string code, string where, Action<ForgedExport> apply) => new(name, code, where, export =>
    {
        var forged = (ForgedExport)export;
        apply(forged);
        forged.Save();
    });

    /// <summary>Alters the ledger, then makes all chains and checkpoints anew: only what the rounds owe can tell.</summary>
    private static Forgery Remade(string name, string code, string where, Action<ForgedExport> apply) => Make(name, code, where, export =>
    {
        apply(export);
        export.Rechain();
        export.RechainCommitments();
        export.Seal();
    });

    private static IEnumerable<Forgery> OfTheLedger() =>
    [
        Make("one wei more in a payout", AuditCodes.EntryHashWrong, "payout/", export =>
            export.Edit(export.IndexOf(LedgerReason.Payout), line => line with { Wei = Plus(line.Wei, 1) })),
        Remade("one wei more in a payout, everything made anew", AuditCodes.PayoutWrong, "payout/", export =>
            export.Edit(export.IndexOf(LedgerReason.Payout), line => line with { Wei = Plus(line.Wei, 1) })),
        Make("two entries of a chain swapped", AuditCodes.EntryLinkBroken, "participant/", export =>
        {
            var chain = export.Ledger[export.IndexOf(LedgerReason.Deposit)].Chain;
            var first = export.Ledger.FindIndex(line => line.Chain == chain);
            var second = export.Ledger.FindIndex(first + 1, line => line.Chain == chain);
            (export.Ledger[first], export.Ledger[second]) = (export.Ledger[second], export.Ledger[first]);
        }),
        Make("a burn dropped", AuditCodes.EntryLinkBroken, "burn-pending/", export =>
            export.Ledger.RemoveAt(export.IndexOf(LedgerReason.Burn, "pending:") - 1)),
        Remade("a burn dropped, everything made anew", AuditCodes.BurnMissing, "round 8/", export =>
        {
            var burn = export.Ledger.FindLast(line => line.Reason == nameof(LedgerReason.Burn))!;
            export.Ledger.RemoveAll(line => line.Transfer == burn.Transfer);
        }),
        Remade("a burn of pending releases dropped, everything made anew", AuditCodes.BurnMissing, "burn/", export =>
            export.Ledger.RemoveAt(export.IndexOf(LedgerReason.Burn, "pending:"))),
        Remade("a payout dropped, everything made anew", AuditCodes.PayoutMissing, "round 8/", export =>
            export.Ledger.RemoveAt(export.IndexOf(LedgerReason.Payout))),
        Remade("half of a burn, everything made anew", AuditCodes.BurnWrong, "burn/", export =>
            export.Edit(
                export.Ledger.FindLastIndex(line => line.Reason == nameof(LedgerReason.Burn)),
                line => line with { Wei = (Int128.Parse(line.Wei) / 2).ToString() })),
        Remade("a payout for a model that had nothing at risk, everything made anew", AuditCodes.PayoutNotSettled, "payout/extra", export =>
        {
            var payout = export.Ledger[export.IndexOf(LedgerReason.Payout)];
            export.Ledger.Add(payout with { Transfer = "payout/extra", Credit = "stake:00000000-0000-8000-8000-000000000000" });
        }),
        Remade("a payout in the chain of another account, everything made anew", AuditCodes.TransferNotAllowed, "payout/", export =>
        {
            var payout = export.Ledger[export.IndexOf(LedgerReason.Payout)];
            var other = export.Ledger.First(
                line => line.Chain.StartsWith("participant/", StringComparison.Ordinal) && line.Chain != payout.Chain).Chain;
            export.Edit(export.Ledger.IndexOf(payout), line => line with { Chain = other });
        }),
        Remade("a payout booked twice, everything made anew", AuditCodes.TransferRepeated, "payout/", export =>
        {
            var index = export.IndexOf(LedgerReason.Payout);
            export.Ledger.Insert(index + 1, export.Ledger[index]);
        }),
        Remade("NMR minted into a wallet, everything made anew", AuditCodes.TransferNotAllowed, "mint/", export =>
        {
            var wallet = export.Ledger[export.IndexOf(LedgerReason.Deposit)].Credit;
            export.Edit(export.IndexOf(LedgerReason.Mint), line => line with { Credit = wallet });
        }),
        Remade("a deposit called by a reason there is not, everything made anew", AuditCodes.TransferNotAllowed, "deposit/", export =>
            export.Edit(export.IndexOf(LedgerReason.Deposit), line => line with { Reason = "Gift" })),
        Remade("a withdrawal of more than the wallet held, everything made anew", AuditCodes.BalanceNegative, "withdrawal/", export =>
            export.Edit(export.IndexOf(LedgerReason.Withdrawal), line => line with { Wei = line.Wei + "000" })),
        Remade("a mint left out, everything made anew", AuditCodes.BalanceNegative, "treasury", export =>
            export.Ledger.RemoveAt(export.IndexOf(LedgerReason.Mint))),
        Remade("an emission booked twice, everything made anew", AuditCodes.TransferRepeated, "emission/", export =>
        {
            var index = export.IndexOf(LedgerReason.Emission);
            export.Ledger.Insert(index + 1, export.Ledger[index]);
        }),
        Remade("what was held released into another wallet, everything made anew", AuditCodes.TransferNotAllowed, "hold-release/", export =>
        {
            var released = export.Ledger[export.IndexOf(LedgerReason.HoldRelease)];
            var other = export.Ledger.First(line => line.Reason == nameof(LedgerReason.Deposit) && line.Chain != released.Chain).Credit;
            export.Edit(export.Ledger.IndexOf(released), line => line with { Credit = other });
        }),
        Remade("stake moved to a model of another account, everything made anew", AuditCodes.TransferNotAllowed, "move/", export =>
        {
            var move = export.Ledger[export.IndexOf(LedgerReason.StakeMove)];
            var other = export.Ledger.First(line => line.Reason == nameof(LedgerReason.StakeIncrease) && line.Chain != move.Chain).Credit;
            export.Edit(export.Ledger.IndexOf(move), line => line with { Credit = other });
        }),
        Remade("an entry of nothing, everything made anew", AuditCodes.AmountNotPositive, "deposit/", export =>
            export.Edit(export.IndexOf(LedgerReason.Deposit), line => line with { Wei = "0" })),
        new Forgery("a line that is no entry", AuditCodes.LineUnreadable, "line 3", export =>
        {
            var forged = (ForgedExport)export;
            var lines = forged.Text("ledger.jsonl").Split('\n');
            lines[2] = lines[2][..40];
            forged.EditText("ledger.jsonl", _ => string.Join('\n', lines));
            forged.SaveManifest(_ => true);
        }),
    ];

    private static string Plus(string wei, int more) => (Int128.Parse(wei) + more).ToString();
}

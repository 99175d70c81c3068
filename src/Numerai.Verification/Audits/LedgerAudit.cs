using System.Globalization;
using Numerai.Tournament.Ledger;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>
/// Plays the ledger back in the order in which it was published: every chain, every transfer against its rule, every balance, every
/// payout and burn against what the rounds owe, every checkpoint.
/// </summary>
internal sealed class LedgerAudit(
    ExportFolder export, LedgerBooks books, SettlementAudit settlements, CheckpointAudit checkpoints, Findings findings, int degree)
{
    private static readonly string _genesis = new('0', 64);
    private readonly Dictionary<string, (long Sequence, string Hash)> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _transfers = new(StringComparer.Ordinal);

    public long Entries { get; private set; }

    public int Chains => _heads.Count;

    public void Run()
    {
        checkpoints.Reached(0, _heads, books);

        // Reading and hashing a line needs no other line, so it is done ahead; the order of the file is kept.
        var read = export.Lines<LedgerLine>(ExportFormat.LedgerFile, line => line.ComputedHash(), degree);
        foreach (var (number, line, hash) in read)
        {
            Entries++;
            if (line is null)
            {
                findings.Add(AuditCodes.LineUnreadable, $"{ExportFormat.LedgerFile} line {number}", "The line is no ledger entry.");
                continue;
            }

            var where = $"ledger line {number} ({line.Chain} entry {line.Sequence}, transfer {line.Transfer})";
            CheckChain(line, hash, where);
            CheckTransfer(line, where);
            checkpoints.Reached(Entries, _heads, books);
        }

        checkpoints.End(Entries);
        settlements.End();
        CheckEnd();
    }

    private void CheckChain(LedgerLine line, string computed, string where)
    {
        var (sequence, hash) = _heads.GetValueOrDefault(line.Chain, (0, _genesis));
        if (line.Sequence != sequence + 1 || line.Previous != hash)
        {
            findings.Add(
                AuditCodes.EntryLinkBroken,
                where,
                $"The chain {line.Chain} has {sequence} entries and ends with {hash}; this one says it is number {line.Sequence} after "
                    + $"{line.Previous}.");
        }

        if (line.Hash != computed)
        {
            findings.Add(AuditCodes.EntryHashWrong, where, $"Its fields hash to {computed}; it says {line.Hash}.");
        }

        _heads[line.Chain] = (line.Sequence, line.Hash);
        if (!_transfers.Add(line.Transfer))
        {
            findings.Add(AuditCodes.TransferRepeated, where, $"The transfer {line.Transfer} was booked before.");
        }
    }

    private void CheckTransfer(LedgerLine line, string where)
    {
        if (!Int128.TryParse(line.Wei, NumberStyles.None, CultureInfo.InvariantCulture, out var wei) || wei <= 0
            || !LedgerTime.TryRead(line.Time, out var time))
        {
            findings.Add(
                AuditCodes.AmountNotPositive,
                where,
                $"It moves '{line.Wei}' wei at '{line.Time}'; an entry moves a positive whole number at a time.");
            return;
        }

        settlements.Next(line);
        var known = Enum.TryParse<LedgerReason>(line.Reason, out var reason) && reason.ToString() == line.Reason;
        if (!known || !LedgerRules.Allow(reason, line.Debit, line.Credit))
        {
            findings.Add(AuditCodes.TransferNotAllowed, where, $"{line.Reason} does not move NMR from {line.Debit} to {line.Credit}.");
        }
        else if (reason is LedgerReason.Payout or LedgerReason.Burn)
        {
            settlements.Check(line, reason, wei, where);
        }

        if (books.Post(line, wei, time) is { } wrong)
        {
            findings.Add(wrong.Code, where, wrong.Message);
        }
    }

    /// <summary>Accounts that many chains post to are looked at when all have: published order is no order between chains.</summary>
    private void CheckEnd()
    {
        foreach (var (account, balance) in books.SharedBelowZero())
        {
            findings.Add(AuditCodes.BalanceNegative, account, $"It ends at {balance} wei; only {LedgerAccounts.Issued} goes below zero.");
        }

        var issued = books.Issued();
        if (issued.Booked != issued.Held)
        {
            findings.Add(
                AuditCodes.SupplyNotConserved,
                ExportFormat.LedgerFile,
                $"{issued.Booked} wei were minted and deposited net of withdrawals, but accounts hold and have burned {issued.Held} wei.");
        }
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Audits;

/// <summary>Holds every payout and burn in the ledger against what the rounds owe, and what the rounds owe against the ledger.</summary>
internal sealed class SettlementAudit(IReadOnlyDictionary<string, SettledRound> rounds, LedgerBooks books, Findings findings)
{
    /// <summary>What clocks of different machines may differ by.</summary>
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(2);

    private readonly Dictionary<(string Round, Guid Model), Booked> _booked = [];

    /// <summary>A burn that goes on in the pending releases; the next entry of the chain has to be that.</summary>
    private readonly Dictionary<string, (string Transfer, Int128 Wei, string Where)> _awaited = new(StringComparer.Ordinal);

    /// <summary>Checks one payout or burn before it is posted.</summary>
    public void Check(LedgerLine line, LedgerReason reason, Int128 wei, string where)
    {
        var account = reason == LedgerReason.Payout ? line.Credit : line.Debit;
        var kind = LedgerAccounts.KindOf(account);
        if (!rounds.TryGetValue(line.Round, out var round)
            || !Guid.TryParse(account.AsSpan(kind.Length + 1), out var model)
            || !round.Leaves.TryGetValue(model, out var leaf))
        {
            findings.Add(
                AuditCodes.PayoutNotSettled, where,
                $"{line.Reason} of {wei} wei for {account}, to which no settlement of round {line.Round} entitles.");
            return;
        }

        if (line.Chain != $"participant/{leaf.Staker}")
        {
            findings.Add(
                AuditCodes.TransferNotAllowed,
                where,
                $"Model {model} was staked by {leaf.Staker}; {line.Chain} is not that account's chain.");
        }

        ref var booked = ref CollectionsMarshal.GetValueRefOrAddDefault(_booked, (line.Round, model), out _);
        if (reason == LedgerReason.Payout)
        {
            booked.Paid += wei;
            if (wei != leaf.Payout || line.Transfer != $"payout/{line.Round}/{model}")
            {
                findings.Add(
                    AuditCodes.PayoutWrong, where, $"Round {line.Round} pays model {model} {leaf.Payout} wei; the entry moves {wei}.");
            }

            return;
        }

        CheckBurn(line, ref booked, leaf, (model, kind, wei), where);
    }

    /// <summary>Told of every entry before it is checked: a burn that has to go on does so in the next one of its chain.</summary>
    public void Next(LedgerLine line)
    {
        if (_awaited.Remove(line.Chain, out var awaited) && line.Transfer != awaited.Transfer)
        {
            findings.Add(
                AuditCodes.BurnMissing,
                awaited.Where,
                $"{awaited.Wei} wei are still to be burned of pending releases, but the chain goes on with {line.Transfer}.");
        }
    }

    /// <summary>When the whole ledger was played: everything that resolved rounds owe is in it, and stakes at risk were there.</summary>
    public void End()
    {
        foreach (var awaited in _awaited.Values)
        {
            findings.Add(
                AuditCodes.BurnMissing,
                awaited.Where,
                $"{awaited.Wei} wei are still to be burned of pending releases, but the chain ends.");
        }

        foreach (var round in rounds.Values.OrderBy(round => round.Opened).ThenBy(round => round.Round, StringComparer.Ordinal))
        {
            CheckStakes(round);
            if (round.Resolved is { } resolved)
            {
                CheckComplete(round, resolved);
            }
        }
    }

    private void CheckBurn(LedgerLine line, ref Booked booked, SettledLeaf leaf, (Guid Model, string Kind, Int128 Wei) burn, string where)
    {
        var pending = LedgerAccounts.Pending(new(burn.Model));
        var due = Int128.Min(
            leaf.Burn - booked.Burned, books.Of(burn.Kind == "stake" ? LedgerAccounts.Stake(new(burn.Model)) : pending).Balance);
        var stakeLeft = burn.Kind == "pending" && books.Of(LedgerAccounts.Stake(new(burn.Model))).Balance > 0 && booked.Burned < leaf.Burn;
        var prefix = burn.Kind == "stake" ? "burn" : "burn-pending";
        booked.Burned += burn.Wei;
        if (burn.Wei != due || stakeLeft || line.Transfer != $"{prefix}/{line.Round}/{burn.Model}")
        {
            findings.Add(
                AuditCodes.BurnWrong,
                where,
                $"Round {line.Round} burns {leaf.Burn} wei of model {burn.Model}, of which {due} are due from {line.Debit}; the entry "
                    + $"moves {burn.Wei}.");
        }

        var rest = Int128.Min(leaf.Burn - booked.Burned, books.Of(pending).Balance);
        if (burn.Kind == "stake" && rest > 0)
        {
            _awaited[line.Chain] = ($"burn-pending/{line.Round}/{burn.Model}", rest, where);
        }
    }

    private void CheckStakes(SettledRound round)
    {
        foreach (var (model, leaf) in round.Leaves)
        {
            if (!books.Of(LedgerAccounts.Stake(new(model))).Between(round.Opened, round.Closed, _slack).Contains(leaf.AtRisk))
            {
                findings.Add(
                    AuditCodes.StakeAtRiskWrong,
                    $"round {round.Round} model {model}",
                    $"{leaf.AtRisk} wei are said to be at risk, which was not the model's stake at any time between the round's opening "
                        + "and its close.");
                return;
            }
        }
    }

    private void CheckComplete(SettledRound round, CommitmentLine resolved)
    {
        Int128 paid = 0;
        Int128 burned = 0;
        var until = LedgerTime.TryRead(resolved.Time, out var time) ? time : DateTimeOffset.MaxValue;
        foreach (var (model, leaf) in round.Leaves)
        {
            var booked = _booked.GetValueOrDefault((round.Round, model));
            paid += booked.Paid;
            burned += booked.Burned;
            if (leaf.Payout > 0 && booked.Paid == 0)
            {
                findings.Add(
                    AuditCodes.PayoutMissing, $"round {round.Round} model {model}",
                    $"It is owed {leaf.Payout} wei, which the ledger never pays.");
            }

            // A burn without an entry is right only where there was nothing left to burn.
            if (leaf.Burn > 0 && booked.Burned == 0
                && !(Emptied(LedgerAccounts.Stake(new(model)), round, until) && Emptied(LedgerAccounts.Pending(new(model)), round, until)))
            {
                findings.Add(
                    AuditCodes.BurnMissing, $"round {round.Round} model {model}",
                    $"{leaf.Burn} wei are to be burned, which the ledger never does.");
            }
        }

        var hash = LinkHash.Of(string.Create(CultureInfo.InvariantCulture, $"{paid}|{burned}"));
        if (hash != resolved.Sha256)
        {
            findings.Add(
                AuditCodes.TotalsWrong,
                $"round {round.Round} commitment {resolved.Sequence} ({CommitmentKinds.Resolved})",
                $"The ledger pays {paid} and burns {burned} wei, which hash to {hash}; the round committed to {resolved.Sha256}.");
        }
    }

    private bool Emptied(string account, SettledRound round, DateTimeOffset until) =>
        books.Of(account).Between(round.Settling, until, _slack).Contains(Int128.Zero);

    [StructLayout(LayoutKind.Auto)]
    private struct Booked
    {
        public Int128 Paid;
        public Int128 Burned;
    }
}

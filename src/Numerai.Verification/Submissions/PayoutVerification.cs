using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Verification.Submissions;

/// <summary>The second half of a verification: from published scores to wei, to the root, to the ledger.</summary>
internal sealed class PayoutVerification(
    RoundEvidence evidence,
    TournamentSettings settings,
    RoundManifest manifest,
    ScoreTable table,
    ManifestRow row,
    List<VerificationCheck> checks)
{
    public SubmissionVerification Verify()
    {
        var atRisk = manifest.Rows.Aggregate(Nmr.Zero, (sum, staked) => sum + staked.AtRisk);
        var factor = PayoutFormula.Factor(settings.Payout.StakeThreshold, atRisk);
        checks.Add(new VerificationCheck(
            "payout factor",
            "by formula",
            factor.ToString(CultureInfo.InvariantCulture),
            null,
            $"min(1, {settings.Payout.StakeThreshold} / {atRisk} NMR at risk)",
            VerificationCodes.PayoutWrong));
        if (!row.AtRisk.IsPositive)
        {
            checks.Add(new VerificationCheck(
                "at risk", "0", "0", true, "nothing at risk, so nothing is paid or burned", VerificationCodes.PayoutWrong));
            return Answer(null);
        }

        var entry = SettlementEntries.Of(settings.Payout, factor, manifest with { Rows = [row] }, table).Single();
        CheckLeaf(entry);
        CheckRoot();
        CheckLedger(entry);
        return Answer(entry);
    }

    private void CheckLeaf(SettlementEntry entry)
    {
        var published = evidence.Leaves.FirstOrDefault(leaf => leaf.StartsWith($"{evidence.Round}|{row.Model}|", StringComparison.Ordinal));
        var fields = published?.Split('|') ?? [];
        var computed = SettlementLeaf.Of(entry);
        Compare("multiplier", 6, "clip(factor * sum(multiplier * score)) with 12 decimals");
        Compare("payout (wei)", 7, $"{entry.Payout} NMR");
        Compare("burn (wei)", 8, $"{entry.Burn} NMR");
        checks.Add(
            new VerificationCheck(
                "leaf", published ?? "(none)", computed, published == computed, "what the root is made over", VerificationCodes.LeafWrong));

        void Compare(string subject, int field, string note)
        {
            var shown = field < fields.Length ? fields[field] : "(none)";
            var again = computed.Split('|')[field];
            checks.Add(new VerificationCheck(subject, shown, again, shown == again, note, VerificationCodes.PayoutWrong));
        }
    }

    private void CheckRoot()
    {
        var committed = evidence.Commitments.Last(link => link.Kind == CommitmentKinds.SettlementRoot).Sha256;
        var root = MerkleTree.Root(evidence.Leaves);
        var index = evidence.Leaves.ToList().FindIndex(leaf => leaf.StartsWith($"{evidence.Round}|{row.Model}|", StringComparison.Ordinal));
        checks.Add(new VerificationCheck(
            "settlement root",
            committed,
            root,
            root == committed,
            $"leaf {index + 1} of {evidence.Leaves.Length}",
            VerificationCodes.SettlementRootWrong));
    }

    private void CheckLedger(SettlementEntry entry)
    {
        var (stake, pending) = (LedgerAccounts.Stake(row.Model), LedgerAccounts.Pending(row.Model));
        var settled = $"/{evidence.Round}/{row.Model}";
        var (held, booked, burnable, broken) = (Int128.Zero, Int128.Zero, (Int128?)null, false);
        var previous = new string('0', 64);
        foreach (var (line, index) in evidence.Entries.Select((line, index) => (line, index)))
        {
            broken |= line.Sequence != index + 1 || line.Previous != previous || line.ComputedHash() != line.Hash;
            previous = line.Hash;
            var wei = Int128.Parse(line.Wei, CultureInfo.InvariantCulture);
            if (line.Transfer == "payout" + settled || line.Transfer == "burn" + settled || line.Transfer == "burn-pending" + settled)
            {
                burnable ??= held;
                booked += wei;
            }

            held += line.Credit == stake || line.Credit == pending ? wei : 0;
            held -= line.Debit == stake || line.Debit == pending ? wei : 0;
        }

        // A burn takes no more than stake and pending releases hold; without any entry, there must be nothing to take.
        var due = entry.Payout.IsPositive ? entry.Payout.Wei : Int128.Min(entry.Burn.Wei, burnable ?? held);
        checks.Add(new VerificationCheck(
            "ledger (wei)",
            booked.ToString(CultureInfo.InvariantCulture),
            due.ToString(CultureInfo.InvariantCulture),
            booked == due && !broken,
            broken ? "the chain of your account is broken" : $"{evidence.Entries.Length} entries of your chain hash to {previous}",
            VerificationCodes.LedgerWrong));
    }

    private SubmissionVerification Answer(SettlementEntry? entry) => new(
        evidence.Round,
        row.Model.ToString(),
        (entry?.Payout ?? Nmr.Zero).Wei.ToString(CultureInfo.InvariantCulture),
        (entry?.Burn ?? Nmr.Zero).Wei.ToString(CultureInfo.InvariantCulture),
        [.. checks]);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Simulations.Running;

namespace Numerai.Simulations.Results;

/// <summary>
/// One hash over what a result says: amounts to the wei, scores by nine decimals. How the ledger writes it down (Merkle roots, chains) is
/// left out, so that a new form of the ledger does not look like another result.
/// </summary>
internal static class ResultHash
{
    public static string Of(SimulationWorld world, IReadOnlyList<AccountRow> accounts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var round in world.Rounds)
        {
            Add(
                hash,
                $"round|{round.Round}|{round.Era}|{round.Submissions}|{round.Late}|{round.AtRisk.Wei}|{round.PayoutFactor}",
                $"|{round.Paid.Wei}|{round.Burned.Wei}");
            Add(
                hash,
                $"|{round.Treasury.Wei}|{round.Shortfall.Wei}|{Text(round.MetaModel)}|{Text(round.Benchmark)}|{Text(round.Turnover)}");
            foreach (var (name, corr) in round.Variants.Concat(round.Contributions))
            {
                Add(hash, $"|{name}={Text(corr)}");
            }
        }

        foreach (var row in world.ModelRounds)
        {
            Add(
                hash,
                $"model|{row.Round}|{row.Model}|{row.Late}|{Text(row.Corr)}|{Text(row.Mmc)}|{Text(row.Bmc)}|{Text(row.Fnc)}",
                $"|{Text(row.Cwmm)}|{Text(row.Multiplier)}|{Text(row.AtRisk)}|{Text(row.Change)}");
            if (row.Signals is { } signals)
            {
                Add(
                    hash,
                    $"|{Text(signals.Alpha)}|{Text(signals.Mpc)}|{Text(signals.CorrV4)}|{Text(signals.FncV4)}",
                    $"|{Text(signals.Ric)}|{Text(signals.IcV2)}|{Text(signals.Churn)}|{Text(signals.Turnover)}");
            }
        }

        foreach (var account in accounts)
        {
            Add(hash, $"account|{account.Name}|{account.Deposited.Wei}|{account.Withdrawn.Wei}|{account.Holds.Wei}|{account.LeftAt}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Text(double value) => value.ToString("F9", CultureInfo.InvariantCulture);

    /// <param name="hash">What it adds to.</param>
    /// <param name="line">A line, in parts.</param>
    private static void Add(IncrementalHash hash, params string[] line) =>
        hash.AppendData(Encoding.UTF8.GetBytes(string.Concat(line) + "\n"));
}

using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Tournament.Ledger.Audit.Reconciling;

/// <summary>Compares scores, settlements, ledger and balances.</summary>
public sealed class Reconciler(IActors actors, IReadModel readModel, IObjectStore objects, ConservationCheck conservation)
{
    private const int Everything = int.MaxValue;

    /// <summary>
    /// All gaps of the newest resolved rounds, and of all balances. Books are read one after the other while the tournament goes on, so a
    /// gap counts when a second look still finds it.
    /// </summary>
    /// <param name="rounds">How many rounds at most.</param>
    public async Task<(IReadOnlyList<BooksGap> Gaps, int Rounds)> RunAsync(int rounds, CancellationToken cancellation = default)
    {
        var (first, count) = await LookAsync(rounds, cancellation);
        if (first.Count == 0)
        {
            return (first, count);
        }

        var (second, again) = await LookAsync(rounds, cancellation);
        return ([.. second.Intersect(first)], again);
    }

    private async Task<(List<BooksGap> Gaps, int Rounds)> LookAsync(int rounds, CancellationToken cancellation)
    {
        var gaps = new List<BooksGap>();
        var resolved = (await readModel.RoundsAsync(null, rounds, 0)).Where(round => round.Phase == RoundPhase.Resolved).ToList();
        foreach (var round in resolved)
        {
            cancellation.ThrowIfCancellationRequested();
            gaps.AddRange(await CheckAsync(round.Id));
        }

        gaps.AddRange(await BalancesAsync());
        return (gaps, resolved.Count);
    }

    private async Task<IEnumerable<BooksGap>> CheckAsync(RoundId id)
    {
        var round = (await actors.Round(id).GetAsync()).Require();
        try
        {
            return RoundReconciliation.Check(new RoundBooks(
                round,
                StoredJson.Read<RoundManifest>(await objects.GetAsync(round.Manifest!)),
                StoredJson.Read<ScoreTable>(await objects.GetAsync(round.ScoreTables[round.ScoredDay])),
                StoredJson.Read<ImmutableArray<SettlementEntry>>(await objects.GetAsync(round.SettlementEntries!)),
                await readModel.ScoresAsync(new ScoreQuery(id.Tournament, id, null, null, round.ScoredDay, Everything, 0)),
                await readModel.PayoutsAsync(null, id),
                await readModel.LedgerOfRoundAsync(id)));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or System.Text.Json.JsonException)
        {
            return [
                new BooksGap(BooksGapCodes.ObjectDamaged, id.ToString(), $"A stored object of the round cannot be read: {fault.Message}")];
        }
    }

    private async Task<IEnumerable<BooksGap>> BalancesAsync()
    {
        var report = await conservation.RunAsync();
        var gaps = report.Gaps.Select(gap => new BooksGap(
            BooksGapCodes.BalanceDiffers, gap.Account, $"The ledger's balance is {gap.Ledger} NMR; the actor holds {gap.Held} NMR."));
        return report.Difference.IsZero || !report.Settling.IsEmpty ? gaps : gaps.Append(new BooksGap(
            BooksGapCodes.ConservationBroken, "ledger", $"Issued less all balances is {report.Difference} NMR instead of 0."));
    }
}

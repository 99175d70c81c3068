using Numerai.Contracts;
using Numerai.Scoring.Ranking;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <summary>Carries a submission from one round's universe into the next one's.</summary>
public static class CarryOver
{
    /// <summary>The share of the new universe that a carried-over submission must cover.</summary>
    public const double SmallestCoverage = 0.8;

    /// <summary>
    /// Ranks survive the change of ids: rows whose security is in both universes keep their order among themselves, the others count
    /// as missing, which is rank 0.5.
    /// </summary>
    /// <param name="codes">Rank codes aligned to the previous universe.</param>
    public static Outcome<ushort[]> Map(
        ReadOnlySpan<ushort> codes, LiveIds previous, LiveIds next, IReadOnlyDictionary<string, string> idMap)
    {
        var from = new List<int>(previous.Rows);
        var to = new List<int>(previous.Rows);
        for (var row = 0; row < previous.Rows; row++)
        {
            if (idMap.TryGetValue(previous.Ids[row], out var id) && next.RowOf(id) is >= 0 and var target)
            {
                from.Add(row);
                to.Add(target);
            }
        }

        if (from.Count < SmallestCoverage * next.Rows)
        {
            return new Refusal(
                "invalid_submission_ids",
                $"Only {from.Count} of the {next.Rows} live ids are carried over from the previous round; submit on the new ids.");
        }

        var workspace = new RankWorkspace();
        var given = new ushort[from.Count];
        var mapped = new ushort[next.Rows];
        RankCodes.Subset(codes, from.ToArray(), given, workspace);
        RankCodes.FillMissing(given, to.ToArray(), mapped, workspace);
        return mapped;
    }
}

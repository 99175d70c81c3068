using Numerai.Data.Features;
using Numerai.Data.Targets;

namespace Numerai.Data.Releases;

/// <summary>
/// Gives every era its role. "Now" is the day of the first live round: whatever is published was known at its close.
/// </summary>
internal sealed class ReleaseSplit
{
    private const int TradingDaysOfWeek = 5;
    private const int LeastTrainEras = 20;

    /// <summary>Eras between train and validation: the longest target with its lag, in weeks.</summary>
    public const int PurgeEras = (TargetDefinition.LongestDays + TargetBuilder.LagDays + TradingDaysOfWeek - 1) / TradingDaysOfWeek;

    private ReleaseSplit(IReadOnlyList<EraRole> roles, int firstRound, int now)
    {
        Roles = roles;
        FirstRound = firstRound;
        Now = now;
    }

    /// <summary>The split of a new release.</summary>
    /// <exception cref="DataFormatException"><c>panel_too_short</c>.</exception>
    public static ReleaseSplit Of(IReadOnlyList<RawEra> eras, TargetBuilder targets, ReleaseOptions options)
    {
        var known = eras.Count(era => targets.IsKnown(era, TargetDefinition.MainDays));
        var firstRound = known - options.Rounds;
        var trainEnd = (int)(firstRound * options.TrainShare);
        if (trainEnd < LeastTrainEras || trainEnd + (2 * PurgeEras) > firstRound)
        {
            throw new DataFormatException(DataErrorCodes.PanelTooShort,
                $"The panel gives {eras.Count} weekly eras, {known} of them with a known target. {options.Rounds} rounds leave "
                    + $"{Math.Max(0, firstRound)}, too few for "
                + $"{LeastTrainEras} eras of training, {PurgeEras} purged ones and as many of validation. Give a longer panel or fewer "
                    + "rounds.");
        }

        var now = eras[firstRound].Day;
        return new ReleaseSplit(eras.Select((era, i) =>
            i >= known ? EraRole.Unused
            : i >= firstRound ? EraRole.Round
            : TargetBuilder.LastDay(era, TargetDefinition.MainDays) > now ? EraRole.Test
            : i >= trainEnd ? EraRole.Validation
            : i >= trainEnd - PurgeEras ? EraRole.Purged
            : EraRole.Train).ToArray(), firstRound, now);
    }

    /// <summary>The split of a release that goes on: what was published keeps its role, and the round of <paramref name="live"/> opens
    /// next.</summary>
    /// <param name="eras">Eras of the panel as it is now.</param>
    /// <param name="before">Roles when eras were published last.</param>
    /// <param name="firstRound">Position of the release's first round.</param>
    /// <param name="live">Position of the round that opens next.</param>
    public static ReleaseSplit Continue(IReadOnlyList<RawEra> eras, IReadOnlyList<EraRole> before, int firstRound, int live)
    {
        var now = eras[live].Day;
        return new ReleaseSplit(eras.Select((era, i) =>
            i < firstRound ? before[i]
            : i > live ? (i < before.Count && before[i] == EraRole.Round ? EraRole.Round : EraRole.Unused)
            : i == live ? EraRole.Round
            : TargetBuilder.LastDay(era, TargetDefinition.MainDays) > now ? EraRole.Test
            : EraRole.Validation).ToArray(), firstRound, now);
    }

    /// <summary>Role of each era, in order.</summary>
    public IReadOnlyList<EraRole> Roles { get; }

    /// <summary>Position of the first live round's era.</summary>
    public int FirstRound { get; }

    /// <summary>Panel day at whose close the release is made.</summary>
    public int Now { get; }

    /// <summary>Positions of the eras of some roles, ascending.</summary>
    public IEnumerable<int> Positions(params EraRole[] roles) => Enumerable.Range(0, Roles.Count).Where(i => roles.Contains(Roles[i]));
}

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

    public ReleaseSplit(IReadOnlyList<RawEra> eras, TargetBuilder targets, ReleaseOptions options)
    {
        var known = eras.Count(era => targets.IsKnown(era, TargetDefinition.MainDays));
        FirstRound = known - options.Rounds;
        var trainEnd = (int)(FirstRound * options.TrainShare);
        if (trainEnd < LeastTrainEras || trainEnd + (2 * PurgeEras) > FirstRound)
        {
            throw new DataFormatException(DataErrorCodes.PanelTooShort,
                $"The panel gives {eras.Count} weekly eras, {known} of them with a known target. {options.Rounds} rounds leave {Math.Max(0, FirstRound)}, too few for "
                + $"{LeastTrainEras} eras of training, {PurgeEras} purged ones and as many of validation. Give a longer panel or fewer rounds.");
        }

        Now = eras[FirstRound].Day;
        Roles = eras.Select((era, i) =>
            i >= known ? EraRole.Unused
            : i >= FirstRound ? EraRole.Round
            : TargetBuilder.LastDay(era, TargetDefinition.MainDays) > Now ? EraRole.Test
            : i >= trainEnd ? EraRole.Validation
            : i >= trainEnd - PurgeEras ? EraRole.Purged
            : EraRole.Train).ToArray();
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

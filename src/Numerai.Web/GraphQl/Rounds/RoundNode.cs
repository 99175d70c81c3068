using Numerai.Contracts;
using Numerai.Web.GraphQl.Types;

namespace Numerai.Web.GraphQl.Rounds;

/// <param name="Target">Always null: a round is scored on the targets that its operator publishes, which have no names.</param>
/// <param name="CloseStakingTime">Stakes are pinned when the round closes.</param>
/// <param name="PayoutFactor">Known from the close.</param>
/// <param name="MinCorrMultiplier">Multipliers are the same for everybody, so least, largest and usual one are equal; null where the score
/// does not pay.</param>
/// <param name="DataDatestamp">Day of the universe as yyyymmdd; null where a round stands on a live file.</param>
internal sealed record RoundNode(
    RoundId Id,
    int Tournament,
    int Number,
    string? Target,
    DateTimeOffset OpenTime,
    DateTimeOffset CloseTime,
    DateTimeOffset CloseStakingTime,
    DateTimeOffset ResolveTime,
    bool ResolvedGeneral,
    bool ResolvedStaking,
    decimal? PayoutFactor,
    Deferred<DateTimeOffset?> ScoreTime,
    Deferred<double?> StakeThreshold,
    Deferred<double?> MinCorrMultiplier,
    Deferred<double?> MaxCorrMultiplier,
    Deferred<double?> DefaultCorrMultiplier,
    Deferred<double?> MinMmcMultiplier,
    Deferred<double?> MaxMmcMultiplier,
    Deferred<double?> DefaultMmcMultiplier,
    Deferred<int?> DataDatestamp);

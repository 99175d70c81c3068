using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Leaderboards;

/// <summary>An account's place. What a tournament does not score is null.</summary>
/// <param name="NmrStaked">At risk in the latest round.</param>
/// <param name="Return1y">In per cent of the mean stake at risk.</param>
internal sealed record AccountLeaderboardNode(
    string DisplayName,
    Nmr NmrStaked,
    int Rank,
    string Username,
    double? V2Corr20,
    double? Cort20,
    double? CorJ60,
    double? CorrV4,
    double? FncV4,
    double? IcV2,
    double? Mmc,
    double? Ric,
    double? Return1y,
    double? Return3m,
    double? ReturnAllTime,
    Nmr Return1yNmr,
    Nmr Return3mNmr,
    Nmr ReturnAllTimeNmr);

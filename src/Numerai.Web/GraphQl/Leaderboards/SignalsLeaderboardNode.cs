namespace Numerai.Web.GraphQl.Leaderboards;

/// <summary>A model's place in Signals. What is not scored here is null.</summary>
/// <param name="Today">Return of the last day, in per cent.</param>
/// <param name="NmrStaked">A number, as clients of the field expect it here.</param>
internal sealed record SignalsLeaderboardNode(
    int? PrevRank,
    int Rank,
    double? Sharpe,
    double? Today,
    string Username,
    double? Mmc,
    int? MmcRank,
    double NmrStaked,
    int? IcRank,
    double? IcRep,
    double? TcRep,
    int? TcRank,
    double? AlphaRep,
    double? MpcRep);

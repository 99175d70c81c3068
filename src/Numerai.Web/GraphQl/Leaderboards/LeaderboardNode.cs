using System.Text.Json.Serialization;
using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Leaderboards;

/// <summary>A model's place. What a tournament does not score is null.</summary>
/// <param name="Username">The model's name.</param>
/// <param name="Team">Always false: there are no teams here.</param>
/// <param name="Return1Day">In per cent of the mean stake at risk.</param>
internal sealed record LeaderboardNode(
    int Rank,
    string Username,
    Nmr NmrStaked,
    double? Corr20Rep,
    double? Corr20V2Rep,
    double? Corj60Rep,
    double? FncRep,
    double? FncV3Rep,
    double? TcRep,
    double? CorrRep,
    double? MmcRep,
    double? BmcRep,
    bool Team,
    [property: JsonPropertyName("return_1_day")] double? Return1Day,
    [property: JsonPropertyName("return_52_weeks")] double? Return52Weeks,
    [property: JsonPropertyName("return_13_weeks")] double? Return13Weeks);

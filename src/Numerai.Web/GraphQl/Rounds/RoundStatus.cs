namespace Numerai.Web.GraphQl.Rounds;

/// <summary>Phases as clients of the field filter by them.</summary>
internal enum RoundStatus
{
    Upcoming,
    Open,
    Resolving,
    Resolved,
}

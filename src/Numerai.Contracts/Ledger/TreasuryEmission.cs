namespace Numerai.Contracts;

/// <summary>What a tournament's schedule has issued into the treasury, and what comes next.</summary>
/// <param name="Count">How many due dates were booked.</param>
/// <param name="LastDue">Null when nothing was issued yet.</param>
/// <param name="NextDue">Null when the schedule is over, or there is none any more.</param>
public sealed record TreasuryEmission(
    TournamentId Tournament, long Count, Nmr Issued, DateTimeOffset? LastDue = null, DateTimeOffset? NextDue = null,
    Nmr? NextAmount = null);

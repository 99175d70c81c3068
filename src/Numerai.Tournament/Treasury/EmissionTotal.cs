using Numerai.Contracts;

namespace Numerai.Tournament.Treasury;

/// <summary>What one tournament's schedule has issued.</summary>
/// <param name="LastDue">The latest due date that was booked; earlier ones and itself are not booked again.</param>
public sealed record EmissionTotal(DateTimeOffset LastDue, long Count, Nmr Amount);

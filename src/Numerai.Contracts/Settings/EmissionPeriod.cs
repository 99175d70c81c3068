namespace Numerai.Contracts;

/// <summary>A stretch of time in which the same amount is issued again and again.</summary>
/// <param name="From">The first due date.</param>
/// <param name="Every">From one due date to the next, an hour to 366 days.</param>
/// <param name="Amount">Issued at each due date.</param>
/// <param name="Until">No due date from then on; null for a last period without an end.</param>
public sealed record EmissionPeriod(DateTimeOffset From, TimeSpan Every, Nmr Amount, DateTimeOffset? Until = null);

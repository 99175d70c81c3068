namespace Numerai.Contracts;

/// <param name="AdvanceTo">A virtual clock moves forward only.</param>
public sealed record ClockRequest(DateTimeOffset AdvanceTo);

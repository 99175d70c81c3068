namespace Numerai.Client.Settings;

/// <summary>The NMR that is issued into the treasury by schedule.</summary>
/// <param name="Periods">1 to 64, one after the other, without overlap.</param>
public sealed record EmissionSettings(IReadOnlyList<EmissionPeriod> Periods);

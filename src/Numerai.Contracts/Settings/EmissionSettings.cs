using System.Collections.Immutable;

namespace Numerai.Contracts;

/// <summary>The NMR that is issued into the treasury by schedule.</summary>
/// <param name="Periods">One after the other, without overlap.</param>
public sealed record EmissionSettings(ImmutableArray<EmissionPeriod> Periods)
{
    public const int MostPeriods = 64;
}

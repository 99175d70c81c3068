using Numerai.Data.Features;

namespace Numerai.Simulations.Markets;

/// <summary>One weekly era with what only the operator knows of it. Every array is aligned to <see cref="Ids"/>.</summary>
public sealed record MarketEra
{
    /// <summary>1, 2, 3 ...</summary>
    public required int Number { get; init; }

    /// <summary>Live ids in ordinal order; new every era in Classic, tickers in Signals.</summary>
    public required string[] Ids { get; init; }

    public required FeatureBlock Features { get; init; }

    /// <summary>Final targets by the order of <see cref="IMarket.TargetNames"/>, 0..1, NaN where there is none.</summary>
    public required float[][] Targets { get; init; }

    /// <summary>Target as it stands after a number of trading days; null when only the final ones are known.</summary>
    public Func<int, float[]>? TargetAfter { get; init; }

    /// <summary>What a portfolio can be made of; null when the source has only ids and bins.</summary>
    public MarketSecurities? Securities { get; init; }

    /// <summary>Aliases, neutralizers, sample weights and targets of a Signals era; null in Classic.</summary>
    public SignalsBasis? Signals { get; init; }

    /// <summary>Whether the synthetic market is stressed; false for other markets.</summary>
    public bool Stressed { get; init; }
}

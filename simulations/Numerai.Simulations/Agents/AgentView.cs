using Numerai.Data.Features;

namespace Numerai.Simulations.Agents;

/// <summary>What an agent sees while a round is open.</summary>
/// <param name="Round">Number of the open round.</param>
/// <param name="Data">What was published before it opened.</param>
/// <param name="Live">The round's live features.</param>
/// <param name="Benchmarks">The benchmark models' live predictions, ranks between 0 and 1.</param>
public sealed record AgentView(int Round, PublicData Data, FeatureBlock Live, double[][] Benchmarks)
{
    public int Rows => Live.RowCount;

    /// <summary>Tickers, neutralizers and earlier weeks; null in Classic.</summary>
    public SignalsView? Signals { get; init; }

    /// <summary>An earlier week as it was seen then, with what is published by now to learn from.</summary>
    internal AgentView At(EarlierWeek earlier) =>
        new(Round - (Signals!.Live.Era - earlier.Week.Era), Data, earlier.Week.Features, [])
        {
            Signals = new SignalsView(earlier.Week, []),
        };
}

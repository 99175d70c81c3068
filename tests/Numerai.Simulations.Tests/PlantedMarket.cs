using Numerai.Data.Features;
using Numerai.Simulations.Markets;

namespace Numerai.Simulations.Tests;

/// <summary>
/// A market of pure noise whose targets from some era on are planted: they equal a function of the row's first feature that no earlier era
/// shows. Whoever sees them before they are published scores far above zero.
/// </summary>
internal sealed class PlantedMarket(int rows, int features, int plantedFrom, int sign) : IMarket
{
    private static readonly float[] _bins = [0f, 0.25f, 0.5f, 0.75f, 1f];

    private static readonly string[] _groups = ["momentum", "reversal", "quality", "value"];

    /// <summary>Whether eras are those of Signals: with tickers, neutralizers and four targets, which are all the planted one.</summary>
    public bool Signals { get; init; }

    public string Description => "planted";

    public int Eras => int.MaxValue;

    public IReadOnlyList<string> FeatureNames { get; } = [
        .. Enumerable.Range(0, features).Select(feature => $"feature_{_groups[feature % _groups.Length]}_{feature}")];

    public IReadOnlyList<string> TargetNames => Signals ? Tournament.Rounds.Scoring.TargetColumns.Four : ["target"];

    public MarketEra Read(int number)
    {
        var random = Seeds.Stream(3, number);
        var bins = new sbyte[rows * features];
        for (var cell = 0; cell < bins.Length; cell++)
        {
            bins[cell] = (sbyte)random.Next(5);
        }

        var target = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            var noise = random.Next(5);
            target[row] = _bins[number < plantedFrom ? noise : sign > 0 ? bins[row] : 4 - bins[row]];
        }

        return new MarketEra
        {
            Number = number,
            Ids = [.. Enumerable.Range(0, rows).Select(row => Signals ? $"T{row:00000}_US" : $"n{number:0000}{row:00000}")],
            Features = new FeatureBlock(FeatureNames, rows, bins),
            Targets = [.. TargetNames.Select(_ => target)],
            Signals = Signals ? Basis(number, target) : null,
        };
    }

    private SignalsBasis Basis(int number, float[] target)
    {
        var random = Seeds.Stream(4, number);
        var weights = Enumerable.Range(0, rows).Select(_ => 0.5 + random.NextDouble()).ToArray();
        var columns = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.5).ToArray());
        return new SignalsBasis
        {
            Aliases = new(StringComparer.Ordinal) { ["ticker"] = [.. Enumerable.Range(0, rows).Select(row => $"T{row:00000}")] },
            SampleWeights = weights,
            Neutralizers = Data.Signals.WeightedBasis.Of(columns, weights),
            TargetsAfter = _ => [.. TargetNames.Select(_ => target)],
        };
    }
}

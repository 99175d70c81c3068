using Numerai.Contracts;

namespace Numerai.Simulations.Results;

/// <summary>What one resolved round came to. Scores of meta models are CORR against the final target, ALPHA in Signals.</summary>
public sealed record RoundRow
{
    public required int Round { get; init; }

    public required int Era { get; init; }

    /// <summary>Whether the synthetic market was stressed.</summary>
    public bool Stressed { get; init; }

    public required int Submissions { get; init; }

    public required int Late { get; init; }

    /// <summary>Accounts that were there and had not decided to leave when the round opened.</summary>
    public required int Accounts { get; init; }

    public required Nmr AtRisk { get; init; }

    public required decimal PayoutFactor { get; init; }

    public required Nmr Paid { get; init; }

    public required Nmr Burned { get; init; }

    /// <summary>What is left in the treasury afterwards.</summary>
    public required Nmr Treasury { get; init; }

    /// <summary>Minted because the treasury was short, up to now.</summary>
    public required Nmr Shortfall { get; init; }

    public required string MerkleRoot { get; init; }

    /// <summary>The stake-weighted meta model; NaN when nobody staked.</summary>
    public required double MetaModel { get; init; }

    /// <summary>The average of the benchmark models.</summary>
    public required double Benchmark { get; init; }

    /// <summary>Other ways to build the meta model.</summary>
    public required SortedDictionary<string, double> Variants { get; init; }

    /// <summary>By population: score of the meta model less that of one without it.</summary>
    public required SortedDictionary<string, double> Contributions { get; init; }

    /// <summary>1 / sum of squared stake shares.</summary>
    public required double EffectiveStakes { get; init; }

    /// <summary>1 / variance of the meta model of unit-variance signals: how many independent models it is worth.</summary>
    public required double EffectiveModels { get; init; }

    /// <summary>Half the L1 distance of the meta model's weights to the previous round's, by security; NaN where unknown.</summary>
    public required double Turnover { get; init; }

    /// <summary>Gini coefficient of the stakes at risk by account.</summary>
    public required double Gini { get; init; }
}

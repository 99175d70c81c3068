namespace Numerai.Simulations.Markets;

/// <summary>Where eras come from. It knows the future, so only the operator's side of a simulation holds one.</summary>
public interface IMarket
{
    /// <summary>What it is, in a few words for reports.</summary>
    string Description { get; }

    /// <summary>Eras it can give; <see cref="int.MaxValue"/> when there is no end.</summary>
    int Eras { get; }

    IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Names of the targets, the one that is scored first.</summary>
    IReadOnlyList<string> TargetNames { get; }

    /// <summary>One era; eras are asked for in ascending order, each once.</summary>
    MarketEra Read(int number);
}

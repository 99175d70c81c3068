using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Staking;

/// <summary>What an account knows of itself when it decides.</summary>
/// <param name="Round">The open round.</param>
/// <param name="Options">Parameters of its policy.</param>
/// <param name="First">Whether it decides for the first time.</param>
/// <param name="Wallet">NMR in its wallet.</param>
/// <param name="Models">Its models.</param>
public sealed record StakeView(int Round, StakeScenario Options, bool First, Nmr Wallet, ImmutableArray<StakedModel> Models)
{
    /// <summary>Wallet and active stakes.</summary>
    public Nmr Wealth => Models.Aggregate(Wallet, (sum, model) => sum + model.Active);

    public StakePlan Keep() => new([.. Models.Select(model => model.Active)], Nmr.Zero, Nmr.Zero);

    /// <summary>The initial share of the wealth, the same for every model.</summary>
    public Nmr EqualShare() => Shares.Of(Wealth, Options.Share / Models.Length);
}

/// <param name="Active">Active stake.</param>
/// <param name="Multipliers">Payout multipliers its submissions would have had in resolved rounds, oldest first.</param>
public sealed record StakedModel(Nmr Active, IReadOnlyList<double> Multipliers);

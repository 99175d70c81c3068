using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>fixed: stakes a share once, then lets payouts and burns do what they do.</summary>
internal sealed class FixedStakePolicy : IStakePolicy
{
    public StakePlan Decide(StakeView view) =>
        view.First ? new([.. view.Models.Select(_ => view.EqualShare())], Nmr.Zero, Nmr.Zero) : view.Keep();
}

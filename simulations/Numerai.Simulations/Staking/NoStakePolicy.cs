using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>none: submits without a stake.</summary>
internal sealed class NoStakePolicy : IStakePolicy
{
    public StakePlan Decide(StakeView view) => new([.. view.Models.Select(_ => Nmr.Zero)], Nmr.Zero, Nmr.Zero);
}

namespace Numerai.Simulations.Staking;

/// <summary>How an account decides on its stakes while a round is open. It keeps no memory; it sees its record instead.</summary>
public interface IStakePolicy
{
    StakePlan Decide(StakeView view);
}

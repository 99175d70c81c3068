using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>proportional: keeps the same share of its wealth on every model, within a tolerated drift (<c>strength</c>).</summary>
internal sealed class ProportionalStakePolicy : IStakePolicy
{
    public StakePlan Decide(StakeView view)
    {
        var target = view.EqualShare();
        var tolerated = Shares.Of(target, view.Options.Strength);
        return new(
            [
                .. view.Models.Select(
                    model =>
                        !view.First && model.Active < target + tolerated && target < model.Active + tolerated ? model.Active : target)],
            Nmr.Zero,
            Nmr.Zero);
    }
}

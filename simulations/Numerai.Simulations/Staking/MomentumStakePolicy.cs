using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>
/// momentum: every four rounds, more on models with a good latest run, less on those with a bad one (<c>strength</c>, <c>window</c>).
/// </summary>
internal sealed class MomentumStakePolicy : IStakePolicy
{
    private const int Pause = 4;

    public StakePlan Decide(StakeView view)
    {
        if (view.First)
        {
            return new([.. view.Models.Select(_ => view.EqualShare())], Nmr.Zero, Nmr.Zero);
        }

        return view.Round % Pause == 0 ? new([.. view.Models.Select(model => Chase(view, model))], Nmr.Zero, Nmr.Zero) : view.Keep();
    }

    private static Nmr Chase(StakeView view, StakedModel model)
    {
        var run = model.Multipliers.TakeLast(Math.Min(view.Options.Window, Pause * 2)).Sum();
        return run > 0 ? Shares.Of(model.Active, 1 + view.Options.Strength)
            : run < 0 ? Shares.Of(model.Active, Math.Max(0, 1 - view.Options.Strength))
            : model.Active;
    }
}

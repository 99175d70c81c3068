using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>
/// concentrate: every eight rounds all of it on the model with the best latest run (<c>window</c>), nothing on the others.
/// </summary>
internal sealed class ConcentratingStakePolicy : IStakePolicy
{
    private const int Pause = 8;

    public StakePlan Decide(StakeView view)
    {
        if (!view.First && view.Round % Pause != 0)
        {
            return view.Keep();
        }

        var runs = view.Models.Select(model => model.Multipliers.TakeLast(view.Options.Window).Sum()).ToList();
        var best = runs.IndexOf(runs.Max());
        var all = Shares.Of(view.Wealth, view.Options.Share);
        return new([.. view.Models.Select((_, place) => place == best ? all : Nmr.Zero)], Nmr.Zero, Nmr.Zero);
    }
}

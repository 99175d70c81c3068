using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>
/// kelly: of each model's share, the part <c>strength * mean / variance</c> of its own latest multipliers (<c>window</c>), the mean shrunk
/// toward zero by ten rounds of doubt. It begins with half a share and looks again every four rounds.
/// </summary>
internal sealed class KellyStakePolicy : IStakePolicy
{
    private const int Least = 8;
    private const int Doubt = 10;
    private const int Pause = 4;

    public StakePlan Decide(StakeView view)
    {
        if (!view.First && view.Round % Pause != 0)
        {
            return view.Keep();
        }

        var share = view.EqualShare();
        return new([.. view.Models.Select(model => Shares.Of(share, Part(view, model)))], Nmr.Zero, Nmr.Zero);
    }

    private static double Part(StakeView view, StakedModel model)
    {
        var record = model.Multipliers.TakeLast(view.Options.Window).ToArray();
        if (record.Length < Least)
        {
            return 0.5;
        }

        var mean = record.Average();
        var variance = record.Average(value => (value - mean) * (value - mean)) + 1e-6;
        return Math.Clamp(view.Options.Strength * mean * record.Length / (record.Length + Doubt) / variance, 0, 1);
    }
}

namespace Numerai.Cli.Demo.Daily;

/// <summary>Who takes part in a daily demonstration: 10 accounts with 24 models of 9 kinds.</summary>
internal static class SignalCast
{
    private const double Patient = 0.96;

    public static IReadOnlyList<SignalPlayer> Players(int seed)
    {
        var number = 0;
        return
        [
            Player("trend_setters", 2500, SignalKind.Momentum, 3),
            Player("mean_street", 1800, SignalKind.Reversal, 3, Patient),
            Player("fast_money", 600, SignalKind.Reversal, 2),
            Player("old_losers", 900, SignalKind.LongReversal, 2),
            Player("quality_street", 3000, SignalKind.Quality, 3),
            Player("sleep_well", 1500, SignalKind.LowRisk, 2),
            Player("thin_ice", 700, SignalKind.Liquidity, 2),
            Player("all_weather", 4000, SignalKind.Blend, 3),
            Player("astrologers", 500, SignalKind.Noise, 2),
            Player("day_dreamers", 300, SignalKind.Restless, 2),
        ];

        SignalPlayer Player(string name, int deposit, SignalKind kind, int models, double patience = 0) => new(
            name,
            deposit,
            [
                .. Enumerable.Range(1, models).Select(
                    model => new SignalModel($"{name}_{model}", kind, unchecked((seed * 1000) + number++), patience))]);
    }
}

/// <param name="Deposit">NMR in the wallet at the start; four fifths are staked.</param>
internal sealed record SignalPlayer(string Name, int Deposit, IReadOnlyList<SignalModel> Models);

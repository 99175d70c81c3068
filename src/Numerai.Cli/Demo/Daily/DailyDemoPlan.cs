using Numerai.Data.Signals;

namespace Numerai.Cli.Demo.Daily;

/// <summary>What differs between a demonstration of Signals and one of Crypto.</summary>
/// <param name="Number">The tournament's id.</param>
/// <param name="Scores">Scores that the leaderboard shows.</param>
/// <param name="Ids">Kinds of id that participants use, in turn.</param>
internal sealed record DailyDemoPlan(
    int Number, string Name, string Traded, DailyReleaseOptions Release, IReadOnlyList<string> Scores, IReadOnlyList<string> Ids)
{
    public static DailyDemoPlan Signals { get; } = new(
        11, "Signals", "securities", DailyReleaseOptions.Signals, ["alpha", "mpc", "corr_v4", "ric"], ["numerai_ticker", "ticker", "bloomberg_ticker"]);

    public static DailyDemoPlan Crypto { get; } = new(
        12, "Crypto", "tokens", DailyReleaseOptions.Crypto, ["mmc", "corr"], ["symbol"]);
}

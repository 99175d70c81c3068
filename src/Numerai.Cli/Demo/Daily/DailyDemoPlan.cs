using Numerai.Data.Signals;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Demo.Daily;

/// <summary>How a tournament is demonstrated whose rounds follow from days.</summary>
/// <param name="Scores">Scores that the leaderboard shows.</param>
/// <param name="Ids">Kinds of id that participants use, in turn.</param>
internal sealed record DailyDemoPlan(
    TournamentPreset Preset, DailyReleaseOptions Release, IReadOnlyList<string> Scores, IReadOnlyList<string> Ids)
{
    public int Number => Preset.Id.Number;

    public string Name => Preset.Name;

    public string Traded => Preset.Traded;

    /// <returns>Null for a tournament of eras.</returns>
    public static DailyDemoPlan? Of(TournamentPreset preset) =>
        preset.Days is not { } days ? null
        : preset.HoldsPortfolios
            ? new DailyDemoPlan(preset, days, ["alpha", "mpc", "corr_v4", "ric"], [days.KeyColumn, "ticker", "bloomberg_ticker"])
            : new DailyDemoPlan(preset, days, ["mmc", "corr"], [days.KeyColumn]);
}

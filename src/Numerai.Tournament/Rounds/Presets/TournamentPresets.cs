using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Data.Releases;
using Numerai.Data.Signals;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Standings;

namespace Numerai.Tournament.Rounds.Presets;

/// <summary>
/// The tournaments that are shipped. Here each is named; all other code goes by <see cref="Tournaments"/> and asks what a tournament is
/// like, never which it is.
/// </summary>
public static class TournamentPresets
{
    private static readonly ImmutableArray<string> _tickers =
        ["numerai_ticker", "composite_figi", "bloomberg_ticker", "sedol", "cusip", "ticker"];

    private static readonly MovementSettings _movement = new(0.15m, 0.25m, 7);

    public static TournamentPreset Classic { get; } = new()
    {
        Id = TournamentId.Classic,
        Name = "Classic",
        Traded = "securities",
        KeepsIds = false,
        Scores = ScorePlan.OfOneTarget,
        Targets = TargetColumns.One,
        Titles = SeasonTitles.ByHundred,
        Release = ReleaseOptions.UsualVersion,
        FirstSettings = FirstSettings.Make(
            TournamentId.Classic,
            "Classic",
            new SubmissionSettings(["id"], ["prediction", "probability"], [], [], null, FirstSettings.UploadBytes),
            new(FirstSettings.Multipliers(("corr", 0.75m), ("mmc", 2.25m)), 0.05m, Nmr.FromNmr(72_000))),
    };

    public static TournamentPreset Signals { get; } = new()
    {
        Id = TournamentId.Signals,
        Name = "Signals",
        Traded = "securities",
        KeepsIds = true,
        HoldsPortfolios = true,
        Scores = ScorePlan.OfPortfolios,
        Targets = TargetColumns.Four,
        Titles = SeasonTitles.ByQuarter,
        Release = "signals/v2.1",
        Days = new DailyReleaseOptions
        {
            Tournament = TournamentId.Signals.Number,
            Version = "signals/v2.1",
            KeyColumn = _tickers[0],
            Portfolio = true,
            ScoringDays = 60,
        },
        FirstSettings = FirstSettings.Make(
            TournamentId.Signals,
            "Signals",
            new SubmissionSettings(
                _tickers, ["prediction", "signal"], ["date", "friday_date"], ["data_type"], 100, FirstSettings.UploadBytes),
            new(FirstSettings.Multipliers(("alpha", 0.3m), ("mpc", 0.8m)), 0.017m, Nmr.FromNmr(36_000))) with
        {
            Scoring = new ScoringSettings(60, 256),
            Movement = _movement,
            MetaModel = new MetaModelSettings(Nmr.FromNmr(10)),
        },
    };

    public static TournamentPreset Crypto { get; } = new()
    {
        Id = TournamentId.Crypto,
        Name = "Crypto",
        Traded = "tokens",
        KeepsIds = true,
        Scores = ScorePlan.OfOneTarget,
        Targets = TargetColumns.One,
        Titles = SeasonTitles.ByHundred,
        Release = "crypto/v2.0",
        Days = new DailyReleaseOptions
        {
            Tournament = TournamentId.Crypto.Number,
            Version = "crypto/v2.0",
            KeyColumn = "symbol",
            Portfolio = false,
            LargestSecurities = 200,
            ScoringDays = 20,
        },
        FirstSettings = FirstSettings.Make(
            TournamentId.Crypto,
            "Crypto",
            new SubmissionSettings(["symbol"], ["prediction", "signal"], ["date"], [], 100, FirstSettings.UploadBytes),
            new(FirstSettings.Multipliers(("mmc", 1m)), 0.05m, Nmr.FromNmr(10_000))) with
        {
            Movement = _movement,
            MetaModel = new MetaModelSettings(Nmr.FromNmr(1)),
        },
    };
}

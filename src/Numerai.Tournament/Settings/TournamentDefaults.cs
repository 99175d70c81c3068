using System.Collections.Immutable;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;

namespace Numerai.Tournament.Settings;

/// <summary>The settings a tournament starts with.</summary>
public static class TournamentDefaults
{
    /// <summary>The tournaments that there are; whoever looks after all of them goes by this list.</summary>
    public static ImmutableArray<TournamentId> All { get; } = [TournamentId.Classic, TournamentId.Signals, TournamentId.Crypto];

    private const long UploadBytes = 64L * 1024 * 1024;

    private static readonly ImmutableArray<string> _signalsKeys =
        ["numerai_ticker", "composite_figi", "bloomberg_ticker", "sedol", "cusip", "ticker"];

    private static readonly MovementSettings _movement = new(0.15m, 0.25m, 7);

    public static TournamentSettings Of(TournamentId tournament) => tournament.Number switch
    {
        8 => Make(
            tournament, "Classic", new SubmissionSettings(["id"], ["prediction", "probability"], [], [], null, UploadBytes), ("corr", 0.75m), ("mmc", 2.25m), 0.05m, 72_000),
        11 => Make(
            tournament, "Signals", new SubmissionSettings(_signalsKeys, ["prediction", "signal"], ["date", "friday_date"], ["data_type"], 100, UploadBytes), ("alpha", 0.3m), ("mpc", 0.8m), 0.017m, 36_000) with
        {
            Scoring = new ScoringSettings(60, 256),
            Movement = _movement,
            MetaModel = new MetaModelSettings(Nmr.FromNmr(10)),
        },
        12 => Make(
            tournament, "Crypto", new SubmissionSettings(["symbol"], ["prediction", "signal"], ["date"], [], 100, UploadBytes), ("mmc", 1m), null, 0.05m, 10_000) with
        {
            Movement = _movement,
            MetaModel = new MetaModelSettings(Nmr.FromNmr(1)),
        },
        _ => throw new ArgumentOutOfRangeException(
            nameof(tournament), tournament.Number, "A tournament is 8 (Classic), 11 (Signals) or 12 (Crypto)."),
    };

    private static TournamentSettings Make(
        TournamentId tournament,
        string name,
        SubmissionSettings submission,
        (string Score, decimal Multiplier) first,
        (string Score, decimal Multiplier)? second,
        decimal clip,
        long threshold)
    {
        var multipliers = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal).Add(first.Score, first.Multiplier);
        if (second is { } other)
        {
            multipliers = multipliers.Add(other.Score, other.Multiplier);
        }

        return new TournamentSettings(
            1,
            tournament,
            name,
            submission,
            new PayoutSettings(multipliers, clip, Nmr.FromNmr(threshold)),
            new ScoringSettings(20, 256),
            new CalendarSettings(
                [DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday],
                new TimeOnly(12, 0),
                TimeSpan.FromHours(1),
                TimeSpan.FromHours(26),
                TimeSpan.FromDays(4),
                [DayOfWeek.Sunday, DayOfWeek.Monday]),
            new AccountSettings(50, TimeSpan.FromDays(30), Nmr.Parse("0.1")));
    }
}

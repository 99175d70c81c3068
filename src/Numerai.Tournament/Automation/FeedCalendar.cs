using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Releases;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Settings;

namespace Numerai.Tournament.Automation;

/// <summary>
/// When a feed's rounds are meant to be open. Empty where the feed does not say; then the tournament's own calendar counts.
/// </summary>
/// <param name="Rounds">In the order in which they open; null when the feed has no calendar.</param>
internal sealed record FeedCalendar(IReadOnlyList<ReleaseRound>? Rounds)
{
    public const string File = "calendar.json";

    /// <summary>A weekly release has a round every week.</summary>
    private static readonly TimeSpan _week = TimeSpan.FromDays(7);

    public static FeedCalendar None { get; } = new((IReadOnlyList<ReleaseRound>?)null);

    /// <summary>Only a weekly release has rounds of its own: where securities keep their ids, rounds follow from days.</summary>
    public static bool IsOf(TournamentId tournament) => !Tournaments.Of(tournament).KeepsIds;

    public static Outcome<FeedCalendar> Read(byte[]? content)
    {
        try
        {
            return content is null ? None : new FeedCalendar(ReleaseRounds.Read(content));
        }
        catch (DataFormatException bad)
        {
            return FeedFiles.Bad(File, new Refusal(bad.Code, bad.Message));
        }
    }

    /// <summary>
    /// The next opening at or after a time, with its end where it is known. After the calendar's last round the next one is expected a week
    /// later: the release has to be carried on before.
    /// </summary>
    public (DateTimeOffset Opens, DateTimeOffset? Closes) Next(TournamentSettings settings, DateTimeOffset from)
    {
        if (Rounds is null)
        {
            var slot = RoundCalendar.Next(settings, from);
            return (slot.Opens, slot.Closes);
        }

        if (Rounds.FirstOrDefault(round => round.OpensAt >= from) is { } next)
        {
            return (next.OpensAt, next.ClosesAt);
        }

        var expected = Rounds.Count == 0 ? from : Rounds[^1].OpensAt + _week;
        return (expected < from ? from : expected, null);
    }

    /// <summary>The round of the release that opens at a time; null when none does.</summary>
    public ReleaseRound? At(DateTimeOffset opens) => Rounds?.FirstOrDefault(round => round.OpensAt == opens);

    /// <summary>
    /// Under which number the feed has a round's files: its own in the release, or the tournament's for one that opened at another time.
    /// </summary>
    public int FolderOf(int number, DateTimeOffset opens) => At(opens)?.Number ?? number;
}

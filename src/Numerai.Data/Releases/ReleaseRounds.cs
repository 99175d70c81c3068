using System.Text.Json;

namespace Numerai.Data.Releases;

/// <summary>Reads the rounds of an operator's <c>calendar.json</c>.</summary>
public static class ReleaseRounds
{
    private const int Most = 10_000;

    /// <summary>The rounds in the order in which they open.</summary>
    /// <exception cref="DataFormatException">The content is no calendar of rounds.</exception>
    public static IReadOnlyList<ReleaseRound> Read(ReadOnlySpan<byte> content)
    {
        ReleaseRound?[]? rounds;
        try
        {
            rounds = JsonSerializer.Deserialize<Calendar>(content, ReleaseJson.Options)?.Rounds;
        }
        catch (JsonException fault)
        {
            throw Bad($"line {fault.LineNumber + 1} cannot be read", fault);
        }

        if (rounds is null || rounds.Length > Most)
        {
            throw Bad(rounds is null ? "'rounds' is missing" : $"it has {rounds.Length} rounds, at most {Most} are read");
        }

        DateTimeOffset? before = null;
        foreach (var round in rounds)
        {
            if (round is null || round.Number < 1 || round.ClosesAt <= round.OpensAt || round.OpensAt <= before)
            {
                throw Bad(
                    $"round {round?.Number.ToString() ?? "null"} has no number from 1, does not close after it opens, or does not open "
                        + "after the one before");
            }

            before = round.OpensAt;
        }

        return rounds!;
    }

    private static DataFormatException Bad(string what, Exception? cause = null)
    {
        var message = $"{Release.CalendarName} is no calendar of rounds: {what}; take the one of the release.";
        return cause is null
            ? new DataFormatException(DataErrorCodes.ReleaseDamaged, message)
            : new DataFormatException(DataErrorCodes.ReleaseDamaged, message, cause);
    }

    /// <summary>The part of <see cref="ReleaseCalendar"/> that tells rounds.</summary>
    private sealed record Calendar(ReleaseRound?[]? Rounds);
}

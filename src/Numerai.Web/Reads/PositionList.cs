using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Web.Http;

namespace Numerai.Web.Reads;

/// <summary>Positions as they travel: separated by commas, few, the latest told last.</summary>
internal static class PositionList
{
    public const string Header = "Numerai-Position";
    public const int Most = 8;
    public const int LongestText = 1024;

    /// <summary>What a request says in its header.</summary>
    /// <exception cref="RefusedException">It is not a list of positions.</exception>
    public static ImmutableArray<EventPosition> Read(string text) =>
        text.Length == 0 ? [] : TryRead(text, out var positions) ? positions : throw new RefusedException(new Refusal(
            RefusalCodes.InvalidRequest,
            $"The header {Header} holds at most {Most} positions in at most {LongestText} characters, separated by commas, as commands are "
                + "answered with: participant/ACCOUNT-ID@57. Leave it out to read what there is."));

    public static bool TryRead([NotNullWhen(true)] string? text, out ImmutableArray<EventPosition> positions)
    {
        positions = [];
        if (text is null or { Length: > LongestText } || text.AsSpan().Count(',') >= Most)
        {
            return false;
        }

        var read = ImmutableArray.CreateBuilder<EventPosition>(Most);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!EventPosition.TryParse(part, out var position))
            {
                return false;
            }

            read.Add(position);
        }

        positions = read.ToImmutable();
        return true;
    }

    public static string Write(IEnumerable<EventPosition> positions) => string.Join(',', positions);

    /// <summary>The newest of each source; of more sources than are kept, those told of last.</summary>
    public static ImmutableArray<EventPosition> Merge(ImmutableArray<EventPosition> earlier, ImmutableArray<EventPosition> later)
    {
        var merged = earlier.ToList();
        foreach (var position in later)
        {
            var known = merged.FindIndex(other => other.Source == position.Source);
            var newest = known < 0 || merged[known].Sequence <= position.Sequence ? position : merged[known];
            if (known >= 0)
            {
                merged.RemoveAt(known);
            }

            merged.Add(newest);
        }

        return [.. merged.TakeLast(Most)];
    }
}

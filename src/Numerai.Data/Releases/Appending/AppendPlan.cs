using Numerai.Data.Eras;
using Numerai.Data.Features;

namespace Numerai.Data.Releases.Appending;

/// <summary>What one append does, by position of eras.</summary>
/// <param name="FirstRound">The release's first round.</param>
/// <param name="Last">The last era published before.</param>
/// <param name="Live">The era of the round that opens next.</param>
/// <param name="Before">Panel day as of which targets were published before.</param>
internal sealed record AppendPlan(int FirstRound, int Last, int Live, int Before)
{
    /// <summary>Eras that become history.</summary>
    public IReadOnlyList<int> New => [.. Enumerable.Range(Last + 1, Live - Last - 1)];

    /// <summary>Number of the round that opens next.</summary>
    public int Round => Live - FirstRound + 1;

    public static AppendPlan Of(Release release, IReadOnlyList<RawEra> eras, int? round)
    {
        var first = release.Rounds[0].Era - 1;
        var appended = AppendedEras.In(release.PublicFolder);
        var last = appended.Count > 0 ? appended[^1].Last - 1 : first - 1;
        var live = round is { } number ? first + number - 1 : last + 2;
        if (live < last + 2)
        {
            throw new DataFormatException(DataErrorCodes.ReleaseNothingToAppend,
                $"Eras up to {EraCalendar.Name(last + 1)} are published, so that round {last - first + 2} could open; round {round} "
                    + $"leaves nothing to append. "
                + $"Name round {last - first + 3} or a later one.");
        }

        return live < eras.Count
            ? new AppendPlan(first, last, live, eras[last + 1].Day)
            : throw new DataFormatException(DataErrorCodes.PanelTooShort,
                $"Round {live - first + 1} needs era {EraCalendar.Name(live + 1)}, but the panel ends on {eras[^1].Date:yyyy-MM-dd} with "
                    + $"era {EraCalendar.Name(eras.Count)}. "
                + "Give a panel that reaches further.");
    }
}

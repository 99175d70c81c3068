using Numerai.Contracts;
using Numerai.Data.Submissions;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>Finds the round whose ids a refused file has, so that the refusal can name it.</summary>
internal sealed class EarlierIds(IActors actors, IObjectStore objects)
{
    /// <summary>So many rounds are looked back: more than are in flight at once.</summary>
    private const int Rounds = 30;

    /// <summary>So many ids tell a round; ids of two rounds have none in common.</summary>
    private const int Ids = 20;

    /// <summary>Null when the ids are of no round of late.</summary>
    public async Task<RoundId?> FindAsync(byte[] file, SubmissionFormat format, RoundView round)
    {
        var (parsed, _) = SubmissionParser.Parse(file, format);
        if (parsed is null || parsed.Rows == 0)
        {
            return null;
        }

        var ids = Enumerable.Range(0, Math.Min(Ids, parsed.Rows)).Select(parsed.KeyText).ToList();
        for (var number = round.Id.Number - 1; number >= Math.Max(1, round.Id.Number - Rounds); number--)
        {
            var view = await actors.Round(round.Id with { Number = number }).GetAsync();
            if (view.Accepted && (await LiveIds.LoadAsync(objects, view.Value.Universe)) is var universe
                && ids.All(id => universe.RowOf(id) >= 0))
            {
                return view.Value.Id;
            }
        }

        return null;
    }
}

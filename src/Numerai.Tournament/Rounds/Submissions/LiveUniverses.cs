using Numerai.Data.Submissions;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>
/// The universes that uploads are checked against, prepared once each. The last few are kept: the open round's and the one before.
/// </summary>
internal sealed class LiveUniverses(IObjectStore objects)
{
    private const int Kept = 8;
    private readonly Recent<LiveUniverse> _recent = new(Kept);

    public Task<LiveUniverse> GetAsync(RoundView round) => _recent.GetAsync(
        $"{round.KeyColumn}|{round.Universe.Sha256}|{round.Basis?.Aliases?.Sha256}", () => LoadAsync(round));

    private async Task<LiveUniverse> LoadAsync(RoundView round)
    {
        var rows = await LiveIds.LoadAsync(objects, round.Universe);
        return new LiveUniverse(rows, await AliasTable.LookUpAsync(objects, round.Basis?.Aliases, round.KeyColumn, rows));
    }
}

/// <summary>A universe with its look-up for uploads.</summary>
internal sealed record LiveUniverse(LiveIds Rows, SubmissionUniverse Submissions);

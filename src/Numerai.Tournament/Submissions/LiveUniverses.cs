using Numerai.Data.Submissions;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Submissions;

/// <summary>The universes that uploads are checked against, prepared once each. The last few are kept: the open round's and the one before.</summary>
internal sealed class LiveUniverses(IObjectStore objects)
{
    private const int Kept = 8;
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Sha256, Task<LiveUniverse> Universe)> _recent = [];

    public Task<LiveUniverse> GetAsync(ObjectReference reference, string keyColumn)
    {
        lock (_lock)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (node.Value.Sha256 == reference.Sha256 && !node.Value.Universe.IsFaulted)
                {
                    return node.Value.Universe;
                }
            }

            var universe = LoadAsync(reference, keyColumn);
            _recent.AddFirst((reference.Sha256, universe));
            if (_recent.Count > Kept)
            {
                _recent.RemoveLast();
            }

            return universe;
        }
    }

    private async Task<LiveUniverse> LoadAsync(ObjectReference reference, string keyColumn)
    {
        var rows = await Universe.LoadAsync(objects, reference);
        return new LiveUniverse(rows, SubmissionUniverse.Of(keyColumn, rows.Ids));
    }
}

/// <summary>A universe with its look-up for uploads.</summary>
internal sealed record LiveUniverse(Universe Rows, SubmissionUniverse Submissions);

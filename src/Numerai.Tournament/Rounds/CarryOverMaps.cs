using System.Text;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds;

/// <summary>How the ids of one round are found in the next.</summary>
internal sealed class CarryOverMaps(IObjectStore objects)
{
    /// <summary>
    /// Previous id to new id: the operator's secret map where ids change every round, the ids themselves where a security keeps its own.
    /// Null when a round opened without a map.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>?> FindAsync(RoundView next, LiveIds previous)
    {
        if (next.Basis is not null)
        {
            return previous.Ids.ToDictionary(id => id, StringComparer.Ordinal);
        }

        return await objects.FindAsync(RoundActor.IdMapName(next.Id)) is { } reference
            ? IdMapFile.Parse(Encoding.UTF8.GetString(await objects.GetAsync(reference))).Require()
            : null;
    }
}

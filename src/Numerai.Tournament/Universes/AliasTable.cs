using System.Collections.Immutable;
using Numerai.Data.Submissions;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Universes;

/// <summary>The other ids of a universe's securities. Stored as JSON.</summary>
/// <param name="Columns">Kind of id to one id a row of the universe, empty where a row has none.</param>
public sealed record AliasTable(ImmutableSortedDictionary<string, ImmutableArray<string>> Columns)
{
    /// <summary>A look-up for submissions in any of the kinds of id.</summary>
    internal SubmissionUniverse LookUp(string keyColumn, LiveIds universe)
    {
        var columns = Columns.ToDictionary(
            column => column.Key, column => (IReadOnlyList<string?>)column.Value, StringComparer.Ordinal);
        columns[keyColumn] = [.. universe.Ids];
        return SubmissionUniverse.Of(keyColumn, columns);
    }

    internal static async Task<SubmissionUniverse> LookUpAsync(
        IObjectStore objects, ObjectReference? aliases, string keyColumn, LiveIds universe) => aliases is null
        ? SubmissionUniverse.Of(keyColumn, universe.Ids)
        : StoredJson.Read<AliasTable>(await objects.GetAsync(aliases)).LookUp(keyColumn, universe);
}

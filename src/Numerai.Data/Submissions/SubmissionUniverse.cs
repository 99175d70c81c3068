namespace Numerai.Data.Submissions;

/// <summary>
/// The live rows of a round as submissions see them: the ids everything is aligned to, in ordinal order, and a look-up per kind of id that
/// participants may use. Built once per round; immutable and shared by threads.
/// </summary>
public sealed class SubmissionUniverse
{
    private readonly Dictionary<string, KeyMap> keyMaps;

    private SubmissionUniverse(IReadOnlyList<string> ids, IEnumerable<KeyMap> maps)
    {
        Ids = ids;
        keyMaps = maps.ToDictionary(map => map.KeyColumn, StringComparer.Ordinal);
    }

    /// <summary>The ids in ordinal order; the row numbers of every aligned vector of the round.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The names of the id columns this universe knows.</summary>
    public IReadOnlyCollection<string> KeyColumns => keyMaps.Keys;

    /// <summary>A universe with one kind of id.</summary>
    /// <param name="keyColumn">The id column of submissions, e.g. <c>id</c> or <c>symbol</c>.</param>
    /// <param name="ids">Unique ids in any order.</param>
    /// <exception cref="DataFormatException"><c>universe_duplicate</c> or <c>empty_universe</c>.</exception>
    public static SubmissionUniverse Of(string keyColumn, IReadOnlyList<string> ids)
    {
        SubmissionUniverse universe = Of(keyColumn, new Dictionary<string, IReadOnlyList<string?>> { [keyColumn] = ids });
        return universe.Ids.Count == ids.Count
            ? universe
            : throw new DataFormatException(
                DataErrorCodes.UniverseDuplicate,
                $"Column '{keyColumn}' of the universe has {ids.Count} rows but {universe.Ids.Count} different ids; each must be there "
                    + "and unique.");
    }

    /// <summary>A universe whose rows are known under several kinds of id.</summary>
    /// <param name="alignedColumn">The kind of id that names the rows; rows without one cannot be submitted.</param>
    /// <param name="columns">All kinds of id, aligned to each other; null or empty where a row has none. When several rows share an id of
    /// the aligned kind, the first one stands for it.</param>
    /// <exception cref="DataFormatException"><c>empty_universe</c> or <c>column_missing</c>.</exception>
    public static SubmissionUniverse Of(string alignedColumn, IReadOnlyDictionary<string, IReadOnlyList<string?>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (!columns.TryGetValue(alignedColumn, out IReadOnlyList<string?>? aligned))
        {
            throw new DataFormatException(
                DataErrorCodes.ColumnMissing, $"The universe has no column '{alignedColumn}' to align its rows by.");
        }

        string[] ids = [
            .. aligned.OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (ids.Length == 0)
        {
            throw new DataFormatException(
                DataErrorCodes.UniverseEmpty, $"Column '{alignedColumn}' of the universe holds no id; a round needs at least one row.");
        }

        int[] rows = [.. aligned.Select(id => string.IsNullOrEmpty(id) ? -1 : Array.BinarySearch(ids, id, StringComparer.Ordinal))];
        return new SubmissionUniverse(ids, columns.Select(column => new KeyMap(column.Key, column.Value, rows)));
    }

    /// <summary>The look-up of one kind of id, or null when this universe does not know it.</summary>
    public KeyMap? KeyMap(string keyColumn) => keyMaps.GetValueOrDefault(keyColumn);
}

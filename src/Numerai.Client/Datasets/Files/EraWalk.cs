using System.Runtime.CompilerServices;

namespace Numerai.Client.Datasets.Files;

/// <summary>Cuts row groups into eras; the end of a row group, whose era may go on in the next, waits for it.</summary>
internal sealed class EraWalk(DatasetReader reader, DatasetSelection selection)
{
    private readonly IReadOnlyList<string> _features = selection.Features ?? reader.Features;
    private readonly IReadOnlyList<string> _targets = selection.Targets ?? reader.Targets;
    private readonly HashSet<string> _finished = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DatasetColumnType> _types =
        reader.Columns.ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);

    /// <summary>Of the era that is not known to be over, joined when it is.</summary>
    private readonly List<Part> _waiting = [];

    public async IAsyncEnumerable<DatasetEra> RunAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            var rows = await ReadAsync(group, cancellation).ConfigureAwait(false);
            foreach (var part in Cut(rows))
            {
                if (_waiting.Count > 0 && _waiting[0].Era != part.Era)
                {
                    yield return Finish();
                }

                _waiting.Add(part);
            }
        }

        if (_waiting.Count > 0)
        {
            yield return Finish();
        }
    }

    private async Task<Rows> ReadAsync(int group, CancellationToken cancellation)
    {
        var eras = await reader.ReadTextAsync(group, selection.EraColumn, cancellation).ConfigureAwait(false);
        var ids = await reader.ReadTextAsync(group, selection.IdColumn, cancellation).ConfigureAwait(false);
        var columns = new Dictionary<string, Array>(StringComparer.Ordinal);
        foreach (var name in _features.Concat(_targets).Distinct(StringComparer.Ordinal))
        {
            columns[name] = _types.GetValueOrDefault(name) == DatasetColumnType.Bins
                ? await reader.ReadBinsAsync(group, name, cancellation).ConfigureAwait(false)
                : await reader.ReadFloatsAsync(group, name, cancellation).ConfigureAwait(false);
        }

        return new Rows(eras, ids, columns);
    }

    private IEnumerable<Part> Cut(Rows rows)
    {
        for (int start = 0, end; start < rows.Eras.Length; start = end)
        {
            for (end = start + 1; end < rows.Eras.Length && rows.Eras[end] == rows.Eras[start]; end++)
            {
            }

            var era = rows.Eras[start] ?? throw DatasetFault.Damaged(reader.Name, $": a row has no '{selection.EraColumn}'");
            if (rows.Ids.AsSpan(start, end - start).Contains(null))
            {
                throw DatasetFault.Damaged(reader.Name, $": a row has no '{selection.IdColumn}'");
            }

            var (first, count) = (start, end - start);
            var columns = rows.Columns.ToDictionary(pair => pair.Key, pair => Slice(pair.Value, first, count));
            yield return new Part(era, rows.Ids[start..end]!, columns);
        }
    }

    private DatasetEra Finish()
    {
        var parts = _waiting.ToArray();
        _waiting.Clear();
        var era = parts[0].Era;
        return _finished.Add(era)
            ? new DatasetEra(
                era,
                parts.Length == 1 ? parts[0].Ids : [.. parts.SelectMany(part => part.Ids)],
                _features,
                _targets,
                parts[0].Columns.Keys.ToDictionary(name => name, name => Join(parts, name)))
            : throw new DatasetException(
                DatasetException.EraScattered,
                $"Rows of era '{era}' of file '{reader.Name}' do not stand together; read it by row group.");
    }

    private static Array Slice(Array column, int start, int count)
    {
        var part = Array.CreateInstance(column.GetType().GetElementType()!, count);
        Array.Copy(column, start, part, 0, count);
        return part;
    }

    private static Array Join(Part[] parts, string column)
    {
        var first = parts[0].Columns[column];
        if (parts.Length == 1)
        {
            return first;
        }

        var whole = Array.CreateInstance(first.GetType().GetElementType()!, parts.Sum(part => part.Ids.Length));
        var start = 0;
        foreach (var part in parts)
        {
            part.Columns[column].CopyTo(whole, start);
            start += part.Ids.Length;
        }

        return whole;
    }

    private sealed record Rows(string?[] Eras, string?[] Ids, Dictionary<string, Array> Columns);

    private sealed record Part(string Era, string[] Ids, Dictionary<string, Array> Columns);
}

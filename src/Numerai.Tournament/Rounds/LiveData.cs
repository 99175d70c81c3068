using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds;

/// <summary>Reads what a round needs from published files: live ids, features, benchmark predictions.</summary>
internal static class LiveData
{
    /// <summary>The key column of files whose rows get new ids in every round.</summary>
    public const string IdColumn = "id";

    private const string FeaturePrefix = "feature_";

    /// <summary>What stands in for a missing feature: the middle one of the five bins.</summary>
    private const sbyte MiddleBin = 2;

    /// <param name="keyColumn">The kind of id that names the rows.</param>
    public static async Task<Outcome<LiveIds>> UniverseAsync(IDatasetFiles datasets, string dataset, string keyColumn = IdColumn)
    {
        if (await datasets.LocalPathAsync(dataset) is not { } path)
        {
            return Missing(dataset, "live data");
        }

        try
        {
            return UniverseOf(ParquetFile.Read(path, [keyColumn]), dataset, keyColumn);
        }
        catch (DataFormatException error)
        {
            return new Refusal(RefusalCodes.InvalidUniverse, $"The live data '{dataset}' can't be read: {error.Message}");
        }
    }

    /// <summary>The rows of a live file, in ordinal order of their ids.</summary>
    public static Outcome<LiveIds> UniverseOf(Table table, string dataset, string keyColumn)
    {
        var ids = (string[])table.Values<string>(keyColumn).Clone();
        Array.Sort(ids, StringComparer.Ordinal);
        return Check(ids, dataset) is { } refusal ? refusal : new LiveIds(ids);
    }

    /// <summary>The equally weighted average of the benchmark models' gaussianized ranks, or an empty vector without benchmarks.</summary>
    public static async Task<Outcome<double[]>> BenchmarkMetaModelAsync(IDatasetFiles datasets, string? dataset, LiveIds universe)
    {
        if (dataset is null)
        {
            return Array.Empty<double>();
        }

        if (await datasets.LocalPathAsync(dataset) is not { } path)
        {
            return Missing(dataset, "benchmark models");
        }

        try
        {
            return Blend(ParquetFile.Read(path), universe, dataset);
        }
        catch (DataFormatException error)
        {
            return new Refusal(RefusalCodes.InvalidUniverse, $"The benchmark models '{dataset}' can't be read: {error.Message}");
        }
    }

    /// <summary>The live features aligned to the universe; null when the file has none.</summary>
    public static ColumnMatrix? Features(string path, LiveIds universe, string keyColumn)
    {
        using var reader = ParquetReader.Open(path);
        return Features(reader, universe, keyColumn);
    }

    /// <inheritdoc cref="Features(string, LiveIds, string)"/>
    public static ColumnMatrix? Features(ParquetReader reader, LiveIds universe, string keyColumn)
    {
        var names = reader.Columns.Where(column => column.Name.StartsWith(FeaturePrefix, StringComparison.Ordinal))
            .Select(column => column.Name).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var table = reader.ReadAll([keyColumn, .. names]);
        var rows = Array.ConvertAll(table.Values<string>(keyColumn), universe.RowOf);
        var values = new sbyte[(long)names.Count * universe.Rows];
        for (var column = 0; column < names.Count; column++)
        {
            Scatter(table[names[column]], rows, values.AsSpan(column * universe.Rows, universe.Rows));
        }

        return new ColumnMatrix(universe.Rows, names.Count, values);
    }

    private static void Scatter(TableColumn column, int[] rows, Span<sbyte> destination)
    {
        var bins = column as TableColumn<sbyte>
            ?? throw new DataFormatException(
                DataErrorCodes.ColumnWrongType, $"Feature '{column.Name}' holds {column.Type}, but 8-bit bins are needed.");
        destination.Fill(MiddleBin);
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] >= 0 && bins.Missing?[row] != true)
            {
                destination[rows[row]] = bins.Values[row];
            }
        }
    }

    public static Outcome<double[]> Blend(Table table, LiveIds universe, string dataset)
    {
        var ids = table.Values<string>(IdColumn);
        var rows = Array.ConvertAll(ids, universe.RowOf);
        if (rows.Length != universe.Rows || rows.Any(row => row < 0) || rows.Distinct().Count() != rows.Length)
        {
            return new Refusal(
                RefusalCodes.InvalidUniverse,
                $"The benchmark models '{dataset}' have {ids.Length} rows that are not the {universe.Rows} live ids.");
        }

        var models = table.Columns.Where(column => column.Type is ColumnType.Float32 or ColumnType.Float64).ToList();
        var tables = new RankTables(universe.Rows);
        var workspace = new RankWorkspace();
        var sum = new double[universe.Rows];
        var codes = new ushort[universe.Rows];
        var aligned = new double[universe.Rows];
        foreach (var model in models)
        {
            var values = table.Doubles(model.Name);
            for (var row = 0; row < rows.Length; row++)
            {
                aligned[rows[row]] = values[row];
            }

            RankCodes.TieKept(aligned, codes, workspace);
            WeightedRanks.Accumulate(tables, codes, new double[] { 1 }, sum);
        }

        if (models.Count == 0)
        {
            return new Refusal(RefusalCodes.InvalidUniverse, $"The benchmark models '{dataset}' have no prediction column.");
        }

        WeightedRanks.Complete(sum, models.Count, sum);
        return sum;
    }

    private static Refusal? Check(string[] ids, string dataset)
    {
        if (ids.Length is 0 or > RankCodes.MaximumRows)
        {
            return new Refusal(
                RefusalCodes.InvalidUniverse,
                $"The live data '{dataset}' have {ids.Length} ids; a universe has 1 to {RankCodes.MaximumRows}.");
        }

        for (var row = 0; row < ids.Length; row++)
        {
            if (string.IsNullOrEmpty(ids[row]) || ids[row].AsSpan().ContainsAny('\n', '\r') || (row > 0 && ids[row] == ids[row - 1]))
            {
                return new Refusal(
                    RefusalCodes.InvalidUniverse,
                    $"The live data '{dataset}' have an id that is empty, repeated or spans lines: '{ids[row]}'.");
            }
        }

        return null;
    }

    private static Refusal Missing(string dataset, string what) =>
        new(RefusalCodes.DatasetNotFound, $"The {what} '{dataset}' are not published; publish the file first.");
}

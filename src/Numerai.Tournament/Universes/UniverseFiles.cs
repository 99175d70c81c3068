using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Universes;

/// <summary>Reads and checks the published files that a universe is made of. Every refusal names file, column and row.</summary>
internal static class UniverseFiles
{
    public static async Task<Outcome<UniverseContent>> ReadAsync(IDatasetFiles datasets, PublishUniverse command)
    {
        foreach (var name in new[] { command.LiveDataset, command.NeutralizerDataset, command.SampleWeightDataset }.OfType<string>())
        {
            if (await datasets.LocalPathAsync(name) is null)
            {
                return new Refusal(RefusalCodes.DatasetNotFound, $"The data file '{name}' is not published; publish it first.");
            }
        }

        var key = command.Format.KeyColumns[0];
        var universe = await LiveData.UniverseAsync(datasets, command.LiveDataset, key);
        if (!universe.Accepted)
        {
            return universe.Refusal;
        }

        try
        {
            CheckSize(command, universe.Value);
            using var live = ParquetReader.Open(await PathAsync(command.LiveDataset));
            var aliases = Aliases(live, command.Format, universe.Value);
            var weights = command.SampleWeightDataset is { } weightFile
                ? PortfolioFiles.SampleWeights(await PathAsync(weightFile), weightFile, key, universe.Value)
                : null;
            var (neutralizers, columns) = command.NeutralizerDataset is { } neutralizerFile
                ? PortfolioFiles.Neutralizers(await PathAsync(neutralizerFile), neutralizerFile, key, universe.Value, weights)
                : ([], 0);
            return new UniverseContent(universe.Value, aliases, neutralizers, columns, weights);
        }
        catch (DataFormatException error)
        {
            return new Refusal(RefusalCodes.InvalidUniverse, error.Message);
        }

        async Task<string> PathAsync(string name) => await datasets.LocalPathAsync(name)
            ?? throw new InvalidDataException($"The data file '{name}' was there a moment ago and is gone.");
    }

    private static void CheckSize(PublishUniverse command, LiveIds universe)
    {
        if (command.Format.MinimumRows is { } needed && universe.Rows < needed)
        {
            throw new DataFormatException(
                RefusalCodes.InvalidUniverse,
                $"The live data '{command.LiveDataset}' have {universe.Rows} rows, but a submission needs {needed}: nobody could submit.");
        }
    }

    /// <summary>The other ids of a live file's securities.</summary>
    public static AliasTable Aliases(ParquetReader reader, SubmissionSettings format, LiveIds universe)
    {
        var present = format.KeyColumns.Skip(1).Where(name => reader.Columns.Any(column => column.Name == name)).ToList();
        if (present.Count == 0)
        {
            return new AliasTable(ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty);
        }

        var table = reader.ReadAll([format.KeyColumns[0], .. present]);
        var rows = Array.ConvertAll(table.Values<string>(format.KeyColumns[0]), universe.RowOf);
        return new AliasTable(present.ToImmutableSortedDictionary(name => name, name => Align(table, name, rows), StringComparer.Ordinal));
    }

    private static ImmutableArray<string> Align(Table table, string name, int[] rows)
    {
        var column = table[name] as TableColumn<string>
            ?? throw new DataFormatException(DataErrorCodes.ColumnWrongType, $"Column '{name}' holds {table[name].Type}; ids are text.");
        var aligned = new string[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            aligned[rows[row]] = column.Missing?[row] == true ? string.Empty : column.Values[row] ?? string.Empty;
        }

        return [.. aligned];
    }
}

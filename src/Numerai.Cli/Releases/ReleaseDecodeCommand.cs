using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;
using Numerai.Data;
using Numerai.Data.Csv;
using Numerai.Data.Obfuscation;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Releases;

internal sealed class ReleaseDecodeCommand : CliCommand
{
    private static readonly TableView<DecodedRow> _rows = new TableView<DecodedRow>("The file has no rows.")
        .Text("id", row => row.Id)
        .Text("era", row => Format.Number(row.Era))
        .Text("security", row => row.Security ?? "(none of this panel)");

    private static readonly TableView<DecodedFeature> _features = new TableView<DecodedFeature>("There are no features.")
        .Text("published as", feature => feature.Published)
        .Text("made of", feature => string.Join(", ", feature.Sources.Select(source =>
            string.Create(CultureInfo.InvariantCulture, $"{source.Weight:+0.000;-0.000} {source.Feature}"))));

    private readonly Argument<string?> _file = new("file")
    {
        Description = "A published file with an id column (Parquet or CSV), such as validation.parquet.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly PanelOptions _panel = new();
    private readonly Option<string> _key = KeyOptions.Obfuscation();

    private readonly Option<int?> _era = new("--era")
    {
        Description = "Era number of all rows, for files that do not tell: those of live rounds and predictions.",
    };

    private readonly Option<bool> _columns = new("--features") { Description = "Instead of rows: what each published feature is made of." };

    public ReleaseDecodeCommand()
        : base("decode", "Undo the obfuscation with the key: which security is behind an id, what a feature is made of.")
    {
        Arguments.Add(_file);
        _panel.AddTo(this);
        foreach (var option in new Option[] { _key, _era, _columns })
        {
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var file = context.Get(_file);
        if ((file is null) != context.Get(_columns))
        {
            Console.Error.WriteLine("usage: Give either a FILE to decode, or --features.");
            return Task.FromResult(ExitCodes.Usage);
        }

        var key = ObfuscationKey.Load(context.Get(_key)!);
        if (file is null)
        {
            var features = new ReleaseDecoder(key, new ObfuscationOptions(), []).Features()
                .Select(
                    feature =>
                        new DecodedFeature(
                            feature.Key, [.. feature.Value.Select(source => new Source(source.Feature, source.Weight))])).ToList();
            context.Output.Write(new Page<DecodedFeature>(features, features.Count, 0, false), _features);
            return Task.FromResult(ExitCodes.Done);
        }

        if (_panel.Load(context) is not { } panel)
        {
            return Task.FromResult(ExitCodes.Usage);
        }

        var rows = Rows(file, context.Get(_era), new ReleaseDecoder(key, new ObfuscationOptions(), panel.Securities));
        context.Output.Write(new Page<DecodedRow>(rows, Math.Max(rows.Count, 1), 0, false), _rows);
        return Task.FromResult(ExitCodes.Done);
    }

    private static List<DecodedRow> Rows(string path, int? era, ReleaseDecoder decoder)
    {
        var table = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? ReadParquet(path) : CsvTable.Read(path);
        var ids = table.Values<string>("id");
        var eras = era is { } number ? Enumerable.Repeat(number, ids.Length).ToArray() : Eras(table, path);
        return ids.Zip(eras).GroupBy(row => row.Second).SelectMany(group =>
        {
            var ofEra = group.Select(row => row.First).ToList();
            return ofEra.Zip(decoder.Decode(group.Key, ofEra), (id, security) => new DecodedRow(id, group.Key, security));
        }).ToList();
    }

    private static Table ReadParquet(string path)
    {
        using var reader = ParquetReader.Open(path);
        return reader.ReadAll(reader.Columns.Any(column => column.Name == "era") ? ["id", "era"] : ["id"]);
    }

    private static int[] Eras(Table table, string path) => table.Has("era")
        ? Array.ConvertAll(
            table.Values<string>("era"), name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unknown($"era '{name}' of '{path}' is no number"))
        : throw Unknown($"'{path}' has no era column");

    private static DataFormatException Unknown(string what) =>
        new(
            DataErrorCodes.ColumnMissing,
            $"The era of a row is needed to decode its id, but {what}: give --era NUMBER; calendar.json has the era of each round.");

    private sealed record DecodedRow(string Id, int Era, string? Security);

    private sealed record Source(string Feature, double Weight);

    private sealed record DecodedFeature(string Published, IReadOnlyList<Source> Sources);
}

using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Simulations.Markets;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Running;

/// <summary>The files an operator of Signals publishes for a round, in the form the tournament reads.</summary>
internal static class SignalsFiles
{
    private const string Key = "numerai_ticker";

    public static string LiveName(int round) => Name(round, string.Empty);

    public static string NeutralizerName(int round) => Name(round, "_neutralizer");

    public static string SampleWeightName(int round) => Name(round, "_sample_weights");

    public static string ExampleName(int round) => Name(round, "_example_signals");

    public static byte[] Live(MarketEra era)
    {
        var columns = new List<TableColumn> { new TableColumn<string>(Key, era.Ids) };
        columns.AddRange(era.Signals!.Aliases.Select(alias => new TableColumn<string>(alias.Key, alias.Value)));
        for (var feature = 0; feature < era.Features.ColumnCount; feature++)
        {
            columns.Add(new TableColumn<sbyte>(era.Features.Names[feature], era.Features.Column(feature).ToArray()));
        }

        return Write(columns);
    }

    public static byte[] Neutralizers(MarketEra era) => Write(
    [
        new TableColumn<string>(Key, era.Ids),
        .. era.Signals!.Neutralizers.Select((column, place) => new TableColumn<double>($"neutralizer_{place + 1}", column)),
    ]);

    public static byte[] SampleWeights(MarketEra era) =>
        Write([new TableColumn<string>(Key, era.Ids), new TableColumn<double>("sample_weight", era.Signals!.SampleWeights)]);

    public static byte[] Examples(MarketEra era, double[][] signals) => Write(
    [
        new TableColumn<string>(Key, era.Ids),
        .. signals.Select((values, place) => new TableColumn<double>($"signal_{BenchmarkModels.Names[place]}", values)),
    ]);

    /// <summary>Every target after so many trading days, NaN where a security is gone.</summary>
    public static byte[] Targets(MarketEra era, IReadOnlyList<string> names, int days) => Write(
    [
        new TableColumn<string>(Key, era.Ids),
        .. era.Signals!.TargetsAfter(days).Select((values, place) => new TableColumn<float>(names[place], values)),
    ]);

    private static string Name(int round, string suffix) =>
        $"{TournamentPlay.OfPortfolios.Preset.Folder}live_{UniverseId.Day(Timeline.UniverseDay(round))}{suffix}.parquet";

    private static byte[] Write(List<TableColumn> columns)
    {
        using var stream = new MemoryStream();
        ParquetFile.Write(stream, new Table(columns), new ParquetWriteOptions { Codec = ParquetCodec.None });
        return stream.ToArray();
    }
}

using Numerai.Data.Eras;
using Numerai.Data.Tables;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;

namespace Numerai.Data.Releases;

/// <summary>
/// <c>meta_model.parquet</c>: columns <c>id</c>, <c>era</c>, <c>data_type</c>, <c>numerai_meta_model</c> (tie-kept ranks within the era)
/// and
/// <c>source</c>. An era that was a round carries that round's stake-weighted meta model, source <c>round</c>. Before a tournament has
/// one, the benchmark models stand in: the mean of their gaussianized ranks, source <c>benchmark_models</c>.
/// </summary>
internal static class MetaModelTable
{
    public const string Column = "numerai_meta_model";

    /// <param name="material">Eras of the release.</param>
    /// <param name="predictions">Predictions of the benchmark models.</param>
    /// <param name="eras">Positions of the eras to write.</param>
    /// <param name="rounds">Meta models of rounds by era position, in published row order.</param>
    public static Table Of(ReleaseMaterial material, BenchmarkPredictions predictions, IReadOnlyList<int> eras,
        IReadOnlyDictionary<int, double[]>? rounds = null)
    {
        var covered = eras.Where(era => predictions.Has(era) || rounds?.ContainsKey(era) == true).ToList();
        return new Table(
        [
            new TableColumn<string>("id", covered.SelectMany(e => material.Eras[e].Ids).ToArray()),
            Text("era", e => EraCalendar.Name(material.Eras[e].Raw.Number)),
            Text("data_type", e => EraTables.DataType(material.Split.Roles[e])),
            new TableColumn<double>(Column, covered.SelectMany(e => Ranked(rounds?.GetValueOrDefault(e) ?? Blend(predictions, e)))
                .ToArray()),
            Text("source", e => rounds?.ContainsKey(e) == true ? "round" : "benchmark_models"),
        ]);

        TableColumn<string> Text(string name, Func<int, string> value) =>
            new(name, covered.SelectMany(e => Enumerable.Repeat(value(e), material.Eras[e].RowCount)).ToArray());
    }

    private static double[] Blend(BenchmarkPredictions predictions, int era)
    {
        var models = Enumerable.Range(0, predictions.Names.Count).Select(model => predictions.Of(era, model)).ToList();
        return Enumerable.Range(0, models[0].Length).Select(row => models.Average(ranks => NormalQuantile.Of(ranks[row]))).ToArray();
    }

    private static double[] Ranked(double[] values)
    {
        var ranks = new double[values.Length];
        Ranks.TieKept(values, ranks);
        return ranks;
    }
}

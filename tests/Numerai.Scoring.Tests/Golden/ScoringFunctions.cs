using System.Text.Json;
using Numerai.Golden;
using Numerai.Scoring.Indexed;
using Numerai.Scoring.Statistics;

namespace Numerai.Scoring.Tests.Golden;

/// <summary>
/// Calls each scoring function the way its golden file names the arguments. Results are a number, numbers, a frame or a pair.
/// </summary>
internal static class ScoringFunctions
{
    private static readonly Dictionary<string, Func<GoldenCase, object>> Functions = new()
    {
        ["alpha"] = c =>
            IndexedContributions.Alpha(Frame(c["predictions"]), Frame(c["neutralizers"]), Frame(c["sample_weights"]), Frame(c["targets"])),
        ["churn"] = c => IndexedMovement.Churn(Frame(c["s1"]), Frame(c["s2"]), c.Whole("top_bottom")),
        ["correlation_contribution"] = c => IndexedContributions.CorrelationContribution(
            Frame(c["predictions"]), Frame(c["meta_model"]), Frame(c["live_targets"]), c.Whole("top_bottom")),
        ["feature_neutral_corr"] = c => ReferenceFunctions.FeatureNeutralCorr(
            Frame(c["predictions"]), Frame(c["features"]), Frame(c["targets"]), c.Whole("top_bottom")),
        ["filter_sort_index"] = c => IndexAlignment.FilterSort(Frame(c["s1"]), Frame(c["s2"]), c.Number("max_filtered_ratio", 0.2)),
        ["gaussian"] = c => IndexedTransforms.Gaussian(Frame(c["df"])),
        ["generate_neutralized_weights"] = c => IndexedContributions.GenerateNeutralizedWeights(
            Frame(c["predictions"]), Frame(c["neutralizers"]), Frame(c["sample_weights"]), c.Flag("center_and_normalize", false)),
        ["max_feature_correlation"] = c =>
            ReferenceFunctions.MaxFeatureCorrelation(Frame(c["s"]), Frame(c["features"]), c.Whole("top_bottom")),
        ["meta_portfolio_contribution"] = c => IndexedContributions.MetaPortfolioContribution(
            Frame(c["predictions"]), Ids(c["stakes"]), Frame(c["stakes"])
                .Only, Frame(c["neutralizers"]), Frame(c["sample_weights"]), Frame(c["targets"])),
        ["neutralize"] = c => IndexedTransforms.Neutralize(Frame(c["df"]), Frame(c["neutralizers"]), c.Number("proportion", 1)),
        ["numerai_corr"] = c => IndexedCorrelations.NumeraiCorr(
            Frame(c["predictions"]), Frame(c["targets"]), c.Number("max_filtered_index_ratio", 0.2), c.Whole("top_bottom"),
            c.Flag("target_pow15", true)),
        ["orthogonalize"] = c => Orthogonalize(c["v"], c["u"]),
        ["pearson_correlation"] = c =>
            ReferenceFunctions.PearsonCorrelation(Frame(c["target"]), Frame(c["predictions"]), c.Whole("top_bottom")),
        ["power"] = c => IndexedTransforms.Power(Frame(c["df"]), c.Number("p", 1.5)),
        ["sharpe_ratio"] = c => ColumnScaling.SharpeRatio(Frame(c["s"]).Only),
        ["spearman_correlation"] = c => ReferenceFunctions.SpearmanCorrelation(Frame(c["target"]), Frame(c["predictions"])),
        ["stake_weight"] = c => ReferenceFunctions.StakeWeight(Frame(c["predictions"]), Ids(c["stakes"]), Frame(c["stakes"]).Only),
        ["tie_broken_rank"] = c => ReferenceFunctions.TieBrokenRank(Frame(c["df"])),
        ["tie_kept_rank"] = c => IndexedTransforms.TieKeptRank(Frame(c["s"])),
        ["turnover"] = c => IndexedMovement.Turnover(Frame(c["s1"]), Frame(c["s2"])),
        ["variance_normalize"] = c => IndexedTransforms.VarianceNormalize(Frame(c["df"])),
    };

    /// <summary>Functions of uploads and tickers, whose goldens the data tests run.</summary>
    public static IReadOnlySet<string> OfData { get; } = new HashSet<string>
    {
        "calculate_max_churn_and_turnover", "clean_submission", "validate_submission_numerai", "validate_submission_signals",
    };

    /// <summary>What the platform does not do: it never translates ids of one vendor into those of another.</summary>
    public static IReadOnlySet<string> OfNobody { get; } = new HashSet<string> { "remap_ids" };

    public static object Call(GoldenCase golden) => Functions.TryGetValue(golden.Function, out Func<GoldenCase, object>? function)
        ? function(golden)
        : throw new NotSupportedException(
            $"There is no function '{golden.Function}' here; a golden file for it exists, so there must be one.");

    public static IndexedFrame Frame(JsonElement value) => value.GetProperty("type").GetString() == "series"
        ? IndexedFrame.Series(Ids(value), GoldenJson.Numbers(value.GetProperty("values")))
        : new IndexedFrame(Ids(value), GoldenJson.Texts(value.GetProperty("columns")), GoldenJson.Columns(value.GetProperty("data")));

    private static string[] Ids(JsonElement value) => GoldenJson.Texts(value.GetProperty("index"));

    private static double[][] Orthogonalize(JsonElement v, JsonElement u)
    {
        double[][] rows = GoldenJson.Columns(v.GetProperty("rows"));
        double[] direction = u.GetProperty("type").GetString() == "vector"
            ? GoldenJson.Numbers(u.GetProperty("values"))
            : [.. GoldenJson.Columns(u.GetProperty("rows")).Select(row => row[0])];
        double[][] result = [.. rows.Select(row => new double[row.Length])];
        for (int column = 0; column < rows[0].Length; column++)
        {
            double[] values = [.. rows.Select(row => row[column])];
            ColumnScaling.Orthogonalize(values, direction, values);
            for (int row = 0; row < rows.Length; row++)
            {
                result[row][column] = values[row];
            }
        }

        return result;
    }
}

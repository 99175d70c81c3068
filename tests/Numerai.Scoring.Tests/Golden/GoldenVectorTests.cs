using System.Text.Json;
using Numerai.Golden;
using Numerai.Scoring.Indexed;

namespace Numerai.Scoring.Tests.Golden;

public sealed class GoldenVectorTests
{
    public static TheoryData<string> Files => [.. GoldenFolder.Files()
        .Where(file => Path.GetFileNameWithoutExtension(file) is var name
            && !ScoringFunctions.OfData.Contains(name) && !ScoringFunctions.OfNobody.Contains(name))
        .DefaultIfEmpty("none")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_agrees_with_the_reference(string file)
    {
        GoldenFolder.Require();
        foreach (IGrouping<string, GoldenCase> function in GoldenCase.ReadAll(file).GroupBy(golden => golden.Function))
        {
            GoldenTally tally = new();
            foreach (GoldenCase golden in function)
            {
                tally.Run(golden, ScoringFunctions.Call, (c, result) => Compare(tally, c, result), CodeOf);
            }

            tally.Finish(file.StartsWith("midsize", StringComparison.Ordinal) ? $"{function.Key} (midsize)" : function.Key);
        }
    }

    private static string? CodeOf(Exception exception) => (exception as ScoringException)?.Code;

    private static void Compare(GoldenTally tally, GoldenCase golden, object result)
    {
        JsonElement expected = golden.Expected;
        switch (result)
        {
            case double number:
                tally.Number(golden, GoldenJson.Number(expected), number, "value");
                break;
            case double[] scores:
                CompareScores(tally, golden, scores);
                break;
            case double[][] rows:
                double[][] wanted = GoldenJson.Columns(expected.GetProperty("rows"));
                tally.Numbers(golden, [.. wanted.SelectMany(row => row)], [.. rows.SelectMany(row => row)], "matrix");
                break;
            case IndexedFrame frame:
                CompareFrame(tally, golden, expected, frame);
                break;
            case (IndexedFrame first, IndexedFrame second):
                CompareFrame(tally, golden, expected.GetProperty("s1"), first);
                CompareFrame(tally, golden, expected.GetProperty("s2"), second);
                break;
            case (string feature, double correlation):
                tally.Same(golden, [expected.GetProperty("feature").GetString()], [feature], "feature");
                tally.Number(golden, GoldenJson.Number(expected.GetProperty("correlation")), correlation, "correlation");
                break;
            default:
                tally.Fail(golden, $"gave a {result.GetType().Name}, which nothing compares.");
                break;
        }
    }

    /// <summary>Scores per model are a series by column name, in the order of the columns (of the stakes, for the portfolio).</summary>
    private static void CompareScores(GoldenTally tally, GoldenCase golden, double[] scores)
    {
        JsonElement order = golden.Function == "meta_portfolio_contribution"
            ? golden["stakes"].GetProperty("index")
            : golden["predictions"].GetProperty("columns");
        tally.Same(golden, GoldenJson.Texts(golden.Expected.GetProperty("index")), GoldenJson.Texts(order), "models");
        tally.Numbers(golden, GoldenJson.Numbers(golden.Expected.GetProperty("values")), scores, "score");
    }

    private static void CompareFrame(GoldenTally tally, GoldenCase golden, JsonElement expected, IndexedFrame frame)
    {
        IndexedFrame wanted = ScoringFunctions.Frame(expected);
        tally.Same(golden, wanted.Ids, frame.Ids, "ids");
        if (expected.GetProperty("type").GetString() == "frame")
        {
            tally.Same(golden, wanted.Columns, frame.Columns, "columns");
        }

        tally.Numbers(golden, [.. wanted.Values.SelectMany(column => column)], [.. frame.Values.SelectMany(column => column)], "value");
    }
}

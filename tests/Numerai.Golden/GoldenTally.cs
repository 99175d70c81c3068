using System.Globalization;
using System.Text;

namespace Numerai.Golden;

/// <summary>Compares results with expectations and keeps count, so that each function ends in one line.</summary>
internal sealed class GoldenTally
{
    /// <summary>
    /// Names a folder that receives each function's line as a file, for runs whose output is not shown: <c>./numerai test</c> prints them
    /// at its end.
    /// </summary>
    private const string ReportVariable = "NUMERAI_GOLDEN_REPORT";

    private readonly StringBuilder failures = new();
    private int cases;
    private int refusals;
    private int failed;
    private double worst;
    private string worstCase = "-";

    /// <summary>Runs one case: a refusal must carry the expected code, a result is handed to the comparison.</summary>
    /// <param name="codeOf">The code of a refusal, or null for any other exception.</param>
    public void Run<TResult>(
        GoldenCase golden, Func<GoldenCase, TResult> evaluate, Action<GoldenCase, TResult> compare, Func<Exception, string?> codeOf)
    {
        cases++;
        refusals += golden.Error is null ? 0 : 1;
        int before = failures.Length;
        try
        {
            TResult result = evaluate(golden);
            if (golden.Error is not null)
            {
                Fail(golden, $"should be refused with {golden.Error}");
            }
            else
            {
                compare(golden, result);
            }
        }
        catch (Exception exception) when (golden.Error is not null)
        {
            string? code = codeOf(exception);
            if (code is null || (golden.Deliberate && code != golden.Error))
            {
                Fail(golden, $"should be refused with {golden.Error}, but: {code} {exception.Message}");
            }
        }
        catch (Exception exception)
        {
            Fail(golden, $"threw {exception.GetType().Name}: {exception.Message}");
        }

        failed += failures.Length > before ? 1 : 0;
    }

    public void Number(GoldenCase golden, double expected, double actual, string where)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected))
        {
            if (!expected.Equals(actual))
            {
                Fail(golden, $"{where}: expected {expected}, got {actual:R}");
            }

            return;
        }

        double difference = Math.Abs(actual - expected);
        if (!(difference <= golden.AbsoluteTolerance + (golden.RelativeTolerance * Math.Abs(expected))))
        {
            Fail(golden, $"{where}: expected {expected:R}, got {actual:R}");
        }

        // What the absolute tolerance alone covers is rounding noise around an exact zero and says nothing as a ratio.
        double relative = difference <= golden.AbsoluteTolerance && Math.Abs(expected) < 1e-3 ? 0 : difference / Math.Abs(expected);
        if (relative > worst)
        {
            (worst, worstCase) = (relative, golden.Name);
        }
    }

    public void Numbers(GoldenCase golden, IReadOnlyList<double> expected, IReadOnlyList<double> actual, string where)
    {
        if (expected.Count != actual.Count)
        {
            Fail(golden, $"{where}: expected {expected.Count} values, got {actual.Count}");
            return;
        }

        for (int index = 0; index < expected.Count; index++)
        {
            Number(golden, expected[index], actual[index], $"{where}[{index}]");
        }
    }

    public void Same(GoldenCase golden, IEnumerable<string?> expected, IEnumerable<string?> actual, string where)
    {
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            Fail(golden, $"{where}: expected {string.Join('|', expected.Take(5))}.., got {string.Join('|', actual.Take(5))}..");
        }
    }

    public void Fail(GoldenCase golden, string what) =>
        failures.AppendLine(CultureInfo.InvariantCulture, $"  {golden.Function}/{golden.Name}: {what}");

    /// <summary>Prints the function's line and fails the test when a case failed or there was none.</summary>
    public void Finish(string function)
    {
        string line = $"golden {function,-36} cases {cases,4}, refusals {refusals,3}, failed {failed,3}, worst relative error {worst:E1} "
            + $"({worstCase})";
        Console.WriteLine(line);
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Report(function, line);
        Assert.True(cases > 0, $"{function}: the file holds no case.");
        Assert.True(failed == 0, $"{line}\n{failures}");
    }

    // A file a line: several test programs run at once, and none may cut into another's line.
    private static void Report(string function, string line)
    {
        string? folder = Environment.GetEnvironmentVariable(ReportVariable);
        if (!string.IsNullOrEmpty(folder))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{function}.txt"), line + Environment.NewLine);
        }
    }
}

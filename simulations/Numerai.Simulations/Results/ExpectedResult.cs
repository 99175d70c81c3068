using System.Globalization;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Results;

/// <summary>Compares a summary with what its scenario has pinned.</summary>
public static class ExpectedResult
{
    private const double Tolerance = 1e-6;

    /// <summary>A sentence for every difference; none when nothing is pinned.</summary>
    public static IReadOnlyList<string> Compare(ExpectedScenario? expected, SimulationSummary summary)
    {
        var differences = new List<string>();
        if (expected?.Hash is { } hash && hash != summary.Hash)
        {
            differences.Add($"The result hash is {summary.Hash}; {hash} was expected.");
        }

        foreach (var (name, value) in expected?.Statistics ?? new Dictionary<string, double>())
        {
            var actual = summary.Statistics.TryGetValue(name, out var found) ? found : double.NaN;
            if (!(Math.Abs(actual - value) <= Tolerance * Math.Max(1, Math.Abs(value))))
            {
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {actual}; {value} was expected."));
            }
        }

        return differences;
    }
}

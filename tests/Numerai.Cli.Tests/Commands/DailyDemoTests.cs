using System.Text.RegularExpressions;

namespace Numerai.Cli.Tests.Commands;

/// <summary>Short demonstrations of the daily tournaments, from the panel to the books, over HTTP.</summary>
public sealed partial class DailyDemoTests
{
    [Fact]
    public async Task Signals_are_played_from_universes_to_payouts_and_the_books_balance()
    {
        var output = await PlayAsync("signals", 3);

        Assert.Matches(@"Restless +2 +\d+\.\d% +\d+\.\d% +0\.0%", output);
        Assert.Matches(@"Quality +3 +\d\.\d% +\d+\.\d% +66\.7%", output);
        Assert.DoesNotMatch(@"paid by 3 rounds +0\s", output);
    }

    [Fact]
    public async Task Crypto_is_played_on_the_largest_tokens_and_the_books_balance() =>
        Assert.Contains("A Crypto tournament of 2 daily rounds", await PlayAsync("crypto", 2), StringComparison.Ordinal);

    [Fact]
    public async Task Scoring_days_that_cannot_be_are_a_wrong_command_line()
    {
        Assert.Equal(2, (await CliRun.RunAsync(null, "demo", "--tournament", "signals", "--scoring-days", "61")).ExitCode);
        Assert.Equal(2, (await CliRun.RunAsync(null, "demo", "--scoring-days", "5")).ExitCode);
        Assert.NotEqual(0, (await CliRun.RunAsync(null, "demo", "--tournament", "chess")).ExitCode);
    }

    private static async Task<string> PlayAsync(string tournament, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-daily-").FullName;
        try
        {
            var output = await CliRun.OutputAsync(
                null, "demo", "--tournament", tournament, "--rounds", $"{rounds}", "--scoring-days", "2", "--folder",
                Path.Combine(folder, "demo"));
            Assert.Contains("Conservation holds", output, StringComparison.Ordinal);
            Assert.Contains("The audit holds", output, StringComparison.Ordinal);
            Assert.Matches(Difference(), output);
            Assert.True(File.Exists(Path.Combine(folder, "demo", "results", "movement.parquet")));
            return output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"difference +0\s")]
    private static partial Regex Difference();
}

namespace Numerai.Cli.Tests.Commands;

public sealed class BenchScoringTests
{
    [Fact]
    public async Task Every_stage_of_a_round_of_the_given_size_is_measured()
    {
        var report = await CliRun.JsonAsync(
            null, "bench", "scoring", "--rows", "60", "--models", "5", "--features", "4", "--neutralizers", "3", "--repeats", "1", "--seed",
            "7");

        var options = report.GetProperty("options");
        Assert.Equal((60, 5), (options.GetProperty("rows").GetInt32(), options.GetProperty("models").GetInt32()));
        Assert.Equal((4, 3), (options.GetProperty("features").GetInt32(), options.GetProperty("neutralizers").GetInt32()));
        Assert.True(report.GetProperty("stages").GetArrayLength() >= 8);
    }
}

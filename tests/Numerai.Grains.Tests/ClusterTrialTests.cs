namespace Numerai.Grains.Tests;

/// <summary>
/// The command that operators try a cluster with, in its smallest form: real processes, a real PostgreSQL, a real kill -9.
/// </summary>
public sealed class ClusterTrialTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("4", Explicit = true)]
    public async Task Rounds_under_kill_9_come_to_the_same_numbers_as_on_an_undisturbed_machine(string kills)
    {
        var trial = await NumeraiProgram.RunAsync(
            "cluster", "trial", "--silos", "2", "--models", "20", "--shard-size", "5", "--rounds", "2", "--kills", kills,
            "--kill-every", "0.5");

        Assert.True(trial.ExitCode == 0, trial.Output + trial.Error);
        Assert.DoesNotContain(" 0 silos killed", trial.Output, StringComparison.Ordinal);
        Assert.Equal(2, Spread(trial.Output).Count);
        Assert.Contains("The same to the bit", trial.Output, StringComparison.Ordinal);
    }

    /// <summary>Where nothing is killed, which silo has how many is known beforehand.</summary>
    [Fact(Explicit = true)]
    public async Task A_trial_says_of_every_round_how_many_scoring_shards_each_silo_had()
    {
        var trial = await NumeraiProgram.RunAsync(
            "cluster", "trial", "--silos", "2", "--models", "20", "--shard-size", "5", "--rounds", "2", "--kills", "0", "--no-compare");

        Assert.True(trial.ExitCode == 0, trial.Output + trial.Error);
        var spread = Spread(trial.Output);
        Assert.Equal(2, spread.Count);
        Assert.All(spread, line => Assert.Matches(@"^Round \d+: scoring shards by silo: S[\d.:]+ 2, S[\d.:]+ 2\.", line));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2", Explicit = true)]
    public async Task Rounds_go_on_while_a_silo_is_frozen_and_come_to_the_same_numbers_as_on_an_undisturbed_machine(string freezes)
    {
        var trial = await NumeraiProgram.RunAsync(
            "cluster", "trial", "--silos", "2", "--models", "20", "--rounds", "2", "--kills", "0", "--freezes", freezes,
            "--freeze-for", "20", "--kill-every", "0.5");

        Assert.True(trial.ExitCode == 0, trial.Output + trial.Error);
        Assert.Contains("The same to the bit", trial.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 frozen", trial.Output, StringComparison.Ordinal);
    }

    private static List<string> Spread(string output) =>
        [.. output.Split('\n').Where(line => line.Contains("scoring shards by silo", StringComparison.Ordinal))];
}

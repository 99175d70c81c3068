using System.Diagnostics;

namespace Numerai.Grains.Tests;

/// <summary>The command that operators try a cluster with, in its smallest form: real processes, a real PostgreSQL, a real kill -9.</summary>
public sealed class ClusterTrialTests
{
    [Fact]
    public async Task Rounds_under_kill_9_come_to_the_same_numbers_as_on_an_undisturbed_machine()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "numerai.dll"), "cluster", "trial", "--silos", "2", "--models", "20",
            "--rounds", "2", "--kills", "2", "--kill-every", "0.5" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["NUMERAI_SILO"] = Path.Combine(AppContext.BaseDirectory, "numerai-silo.dll");
        using var trial = Process.Start(start)!;
        var output = await Task.WhenAll(trial.StandardOutput.ReadToEndAsync(), trial.StandardError.ReadToEndAsync());
        await trial.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.SkipWhen(output[1].Contains("PostgreSQL's programs", StringComparison.Ordinal), output[1]);
        Assert.True(trial.ExitCode == 0, string.Concat(output));
        Assert.Contains("The same to the bit", output[0], StringComparison.Ordinal);
    }
}

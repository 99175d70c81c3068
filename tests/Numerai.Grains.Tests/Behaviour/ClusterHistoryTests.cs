using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Local;
using Numerai.Local.Faults;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>
/// Random histories on silos whose stores fail at every turn and of which one is killed on the way: nothing is lost, overdrawn or done
/// twice, every checkpoint on the way audits clean, and all of it comes to what an undisturbed host in one process comes to, which settles
/// in another order.
/// </summary>
public sealed class ClusterHistoryTests
{
    private const int Length = 20;
    private const double FaultRate = 0.04;

    /// <summary>
    /// A history has at least so many commands that can be disturbed: a round is opened with five submissions, closed, scored and resolved.
    /// </summary>
    private const int SurelyGiven = 18;

    [Property(MaxTest = 1)]
    public Property Failing_stores_and_a_killed_silo_change_nothing_in_the_end() => Histories();

    [Property(MaxTest = 10)]
    [Trait(Lengths.Trait, Lengths.Long)]
    public Property Ten_more_histories_do_not_either() => Histories();

    private static Property Histories() => Prop.ForAll(
        HistoryRun.Histories(Length), Gen.Choose(1, 1_000_000).ToArbitrary(), (commands, seed) =>
            Task.Run(() => CheckAsync([new HistoryCommand(RandomHistory.Open, 0, 1), .. commands], seed)).GetAwaiter().GetResult());

    private static async Task CheckAsync(HistoryCommand[] commands, int seed)
    {
        var undisturbed = await UndisturbedAsync(commands);
        var faults = FaultPlan.Named(seed, FaultRate);
        await using var host = await ClusterTournamentHost.StartAsync(silos: 2, faults: faults);
        var caller = new DisturbedCaller(host, 1 + (seed % SurelyGiven));

        var disturbed = await TellAsync(() => HistoryRun.RunAsync(host, commands, faults, caller.RepeatAsync), Told);

        var told = Told();
        Assert.True(caller.Killed && faults.Injected.Count > 0, $"Nothing went wrong. {told}");
        Assert.True(undisturbed == disturbed, $"{told}\n{Difference(undisturbed, disturbed)}");

        string Told() =>
            $"Seed {seed}, a silo killed during command {caller.KilledAt} of {string.Join(", ", commands.AsEnumerable())}; "
                + $"faults:\n{string.Join('\n', faults.Injected)}";
    }

    /// <summary>What fails on the way says what was played, too.</summary>
    private static async Task<string> TellAsync(Func<Task<string>> play, Func<string> told)
    {
        try
        {
            return await play();
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{told()}\n{fault.Message}", fault);
        }
    }

    private static async Task<string> UndisturbedAsync(HistoryCommand[] commands)
    {
        var plan = FaultPlan.None();
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 0, plan);
        return await HistoryRun.RunAsync(host, commands, plan, command => command());
    }

    private static string Difference(string expected, string actual)
    {
        var (left, right) = expected.Split('\n').Zip(actual.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second);
        return $"undisturbed: {left}\ndisturbed:   {right}";
    }
}

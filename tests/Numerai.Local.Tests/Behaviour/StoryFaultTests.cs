using Numerai.Local.Faults;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>A story told with one fault at every position in turn, of every kind: it comes to what it comes to without.</summary>
public abstract class StoryFaultTests
{
    private const int FewestSteps = 30;

    /// <summary>
    /// Every effect (before, after, twice) on a host that goes on, and "after" on one that is started again: each step with one of them, in
    /// turn.
    /// </summary>
    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(1, false, 1)]
    [InlineData(2, false, 2)]
    [InlineData(1, true, 3)]
    public Task One_fault_at_any_position_changes_nothing_in_the_end(int effect, bool restart, int turn) =>
        CheckAsync(effect, restart, turn, every: 4);

    /// <summary>Each step with all of them.</summary>
    [Theory(Explicit = true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public Task One_fault_of_any_kind_at_any_position_changes_nothing_in_the_end(int effect, bool restart) =>
        CheckAsync(effect, restart, first: 0, every: 1);

    /// <summary>What is there before anything can fail.</summary>
    protected abstract Task PrepareAsync(ITournamentHost host);

    /// <param name="attempt">Gives a command again until it is answered.</param>
    /// <param name="safely">Does something during which nothing fails.</param>
    protected abstract Task TellAsync(ITournamentHost host, Func<Func<Task>, Task> attempt, Func<Func<Task>, Task> safely);

    /// <summary>Checks what must hold and returns, as text, what the story came to.</summary>
    protected abstract Task<string> OutcomeAsync(ITournamentHost host);

    private async Task CheckAsync(int effect, bool restart, int first, int every)
    {
        var counting = FaultPlan.None();
        var faultless = await RunAsync(counting, restart: false);
        Assert.True(counting.Steps > FewestSteps, $"The story has only {counting.Steps} steps.");

        for (long step = first; step < counting.Steps; step += every)
        {
            var plan = FaultPlan.At((3 * step) + effect);
            var came = await RunAsync(plan, restart);
            Assert.True(
                faultless == came,
                $"A fault ({string.Join(", ", plan.Injected)}) changed what the story came to:\n{Difference(faultless, came)}");
        }
    }

    private static string Difference(string expected, string actual) => string.Join(
        '\n', expected.Split('\n').Zip(actual.Split('\n')).Where(pair => pair.First != pair.Second)
            .Select(pair => $"- {pair.First}\n+ {pair.Second}"));

    private async Task<string> RunAsync(FaultPlan plan, bool restart)
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, 3, plan);
        plan.Enabled = false;
        await PrepareAsync(host);
        plan.Enabled = true;
        await TellAsync(
            host,
            command => Repeated.UntilAnsweredAsync(host, command, restart),
            async work =>
            {
                plan.Enabled = false;
                await work();
                plan.Enabled = true;
            });
        plan.Enabled = false;
        await host.SettleAsync();
        return await OutcomeAsync(host);
    }
}

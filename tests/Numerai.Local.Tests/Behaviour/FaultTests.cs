using Numerai.Local.Faults;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Whatever fails wherever, the tournament comes to what it would have come to without.</summary>
public sealed class FaultTests
{
    /// <summary>
    /// Every effect (before, after, twice) on a host that goes on, and "after" on one that is started again, since a host that ends
    /// has forgotten the answer: each step with one of them, in turn.
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

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    public async Task Many_faults_in_any_order_of_turns_change_nothing_in_the_end(double rate)
    {
        var faultless = await RunAsync(FaultPlan.None(), restart: false);
        for (var seed = 1; seed <= 12; seed++)
        {
            var plan = FaultPlan.Seeded(seed, rate);
            var came = await RunAsync(plan, restart: seed % 2 == 0, seed, faultsWhilePreparing: true);
            Assert.NotEmpty(plan.Injected);
            Assert.True(faultless == came, $"Seed {seed} changed what the tournament came to:\n{Difference(faultless, came)}");
        }
    }

    [Fact]
    public async Task The_order_of_turns_does_not_matter()
    {
        var first = await RunAsync(FaultPlan.None(), restart: false, seed: 1);

        for (var seed = 2; seed <= 12; seed++)
        {
            Assert.Equal(first, await RunAsync(FaultPlan.None(), restart: false, seed));
        }
    }

    private static async Task CheckAsync(int effect, bool restart, int first, int every)
    {
        var counting = FaultPlan.None();
        var faultless = await RunAsync(counting, restart: false);
        Assert.True(counting.Steps > 100, $"The history has only {counting.Steps} steps.");

        for (long step = first; step < counting.Steps; step += every)
        {
            var plan = FaultPlan.At((3 * step) + effect);
            var came = await RunAsync(plan, restart);
            Assert.True(plan.Injected.Count == 1, $"Step {step} injected {plan.Injected.Count} faults.");
            Assert.True(
                faultless == came,
                $"A fault at step {step} ({plan.Injected[0]}) changed what the tournament came to:\n{Difference(faultless, came)}");
        }
    }

    private static async Task<string> RunAsync(FaultPlan plan, bool restart, int seed = 0, bool faultsWhilePreparing = false)
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed, plan);
        return await new FaultedTournament(host, plan, restart).RunAsync(faultsWhilePreparing);
    }

    private static string Difference(string expected, string actual) => string.Join(
        '\n', expected.Split('\n').Zip(actual.Split('\n')).Where(pair => pair.First != pair.Second)
            .Select(pair => $"- {pair.First}\n+ {pair.Second}"));
}

using Numerai.Local.Faults;
using Numerai.Storage.Actors;
using Numerai.Tournament.Audit;
using Numerai.Tournament.Money;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Whatever fails in the middle of a sale, it comes to what it would have come to without.</summary>
public sealed class AgreementFaultTests
{
    private const int MostAttempts = 60;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task One_fault_at_any_position_changes_nothing_in_the_end(int effect, bool restart)
    {
        var counting = FaultPlan.None();
        await RunAsync(counting, restart: false);
        Assert.True(counting.Steps > 30, $"The sale has only {counting.Steps} steps.");

        for (long position = effect; position < 3 * counting.Steps; position += 3)
        {
            await RunAsync(FaultPlan.At(position), restart);
        }
    }

    private static async Task RunAsync(FaultPlan plan, bool restart)
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, 3, plan);
        plan.Enabled = false;
        await AgreementSuite.PrepareAsync(host);
        plan.Enabled = true;
        var agreement = await AgreementSuite.SellAsync(host, work => RepeatAsync(host, work, restart));
        plan.Enabled = false;

        await host.SettleAsync();
        var where = plan.Injected.Count == 0 ? "without a fault" : $"after {plan.Injected[0]}";
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{where}: {report}");
        Assert.Equal((Nmr.FromNmr(6), Nmr.FromNmr(194)), (report.Burned, report.Wallets));
        Assert.Equal(Nmr.FromNmr(6), (await host.Actors.Agreement(agreement).GetAsync()).Require().Burned);
    }

    private static async Task RepeatAsync(ITournamentHost host, Func<Task> work, bool restart)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (Exception fault) when (attempt < MostAttempts && fault is InjectedFaultException or VersionConflictException)
            {
                if (restart)
                {
                    await host.RestartAsync();
                }
            }
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Local;
using Numerai.Local.Faults;
using Numerai.Storage.Actors;

namespace Numerai.Verification.Tests.Histories;

/// <summary>
/// Whatever is commanded in whatever order, whatever fails meanwhile: the books balance, and an outsider finds them in order.
/// </summary>
public sealed class HistoryProperties
{
    private const int Length = 40;
    private const int MostAttempts = 100;

    [Property(MaxTest = 12)]
    public Property Every_history_conserves_NMR_overdraws_nothing_and_audits_clean() => Prop.ForAll(
        HistoryRun.Histories(Length), commands =>
        RunAsync(commands, seed: 0, FaultPlan.None()).GetAwaiter().GetResult().Length > 0);

    [Property(MaxTest = 8)]
    public Property Faults_and_repeated_commands_change_nothing_in_the_end() => Prop.ForAll(
        HistoryRun.Histories(Length), Gen.Choose(1, 1_000_000).ToArbitrary(), (commands, seed) =>
        {
            var faultless = RunAsync(commands, seed: 0, FaultPlan.None()).GetAwaiter().GetResult();
            var faulted = RunAsync(commands, seed, FaultPlan.Seeded(seed, 0.03)).GetAwaiter().GetResult();
            return faultless == faulted;
        });

    [Property(MaxTest = 6)]
    public Property The_order_in_which_participants_are_settled_does_not_matter() => Prop.ForAll(
        HistoryRun.Histories(Length), Gen.Choose(1, 1_000_000).ToArbitrary(), (commands, seed) =>
            RunAsync(commands, seed: 0, FaultPlan.None()).GetAwaiter().GetResult()
            == RunAsync(commands, seed, FaultPlan.None()).GetAwaiter().GetResult());

    /// <summary>Two of three times nothing leaves an outbox, so that almost every checkpoint is made over books that lag.</summary>
    [Property(MaxTest = 6)]
    public Property A_checkpoint_made_while_outboxes_lag_covers_an_honest_history() => Prop.ForAll(
        HistoryRun.Histories(Length), Gen.Choose(1, 1_000_000).ToArbitrary(), (commands, seed) =>
        {
            var lagging = commands.SelectMany(command => new[] { command, new HistoryCommand(RandomHistory.Checkpoint, 0, 1) }).ToArray();
            return RunAsync(lagging, seed, FaultPlan.Named(seed, 0.66, FaultPoint.Publish)).GetAwaiter().GetResult().Length > 0;
        });

    private static async Task<string> RunAsync(HistoryCommand[] commands, int seed, FaultPlan plan)
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed, plan);
        return await HistoryRun.RunAsync(host, commands, plan, RepeatAsync);
    }

    private static async Task RepeatAsync(Func<Task> command)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await command();
                return;
            }
            catch (Exception fault) when (attempt < MostAttempts && fault is InjectedFaultException or VersionConflictException)
            {
                // Asked again, as a caller does that was not answered.
            }
        }
    }
}

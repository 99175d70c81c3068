using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Local;
using Numerai.Local.Faults;
using Numerai.Local.Tests.Behaviour;
using Numerai.Storage.Actors;
using Numerai.Verification.Audits;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Tests.Histories;

/// <summary>Whatever is commanded in whatever order, whatever fails meanwhile: the books balance, and an outsider finds them in order.</summary>
public sealed class HistoryProperties
{
    private const int Length = 40;
    private const int MostAttempts = 100;

    [Property(MaxTest = 12)]
    public Property Every_history_conserves_NMR_overdraws_nothing_and_audits_clean() => Prop.ForAll(Histories(), commands =>
        RunAsync(commands, seed: 0, FaultPlan.None()).GetAwaiter().GetResult().Length > 0);

    [Property(MaxTest = 8)]
    public Property Faults_and_repeated_commands_change_nothing_in_the_end() => Prop.ForAll(
        Histories(), Gen.Choose(1, 1_000_000).ToArbitrary(), (commands, seed) =>
        {
            var faultless = RunAsync(commands, seed: 0, FaultPlan.None()).GetAwaiter().GetResult();
            var faulted = RunAsync(commands, seed, FaultPlan.Seeded(seed, 0.03)).GetAwaiter().GetResult();
            return faultless == faulted;
        });

    [Property(MaxTest = 6)]
    public Property The_order_in_which_participants_are_settled_does_not_matter() => Prop.ForAll(
        Histories(), Gen.Choose(1, 1_000_000).ToArbitrary(), (commands, seed) =>
            RunAsync(commands, seed: 0, FaultPlan.None()).GetAwaiter().GetResult()
            == RunAsync(commands, seed, FaultPlan.None()).GetAwaiter().GetResult());

    private static Arbitrary<HistoryCommand[]> Histories() => Gen.Choose(0, RandomHistory.Kinds - 1)
        .Zip(Gen.Choose(0, 100)).Zip(Gen.Choose(1, 20_000))
        .Select(drawn => new HistoryCommand(drawn.Item1.Item1, drawn.Item1.Item2, drawn.Item2))
        .ArrayOf(Length).ToArbitrary();

    /// <summary>What the history comes to: what actors hold and people see. Fails where the books do not balance or the audit finds anything.</summary>
    private static async Task<string> RunAsync(HistoryCommand[] commands, int seed, FaultPlan plan)
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed, plan);
        var history = new RandomHistory(host, RepeatAsync);
        await history.RunAsync(commands);
        plan.Enabled = false;
        await history.AssertConservedAsync();
        await AssertAuditedAsync(host);
        return await Fingerprint.OfAsync(host);
    }

    private static async Task AssertAuditedAsync(ITournamentHost host)
    {
        await host.SettleAsync();
        (await host.Actors.LedgerCheckpoints().CheckpointAsync(TimeSpan.Zero)).Require();
        await host.SettleAsync();
        var folder = Directory.CreateTempSubdirectory("numerai-history-");
        try
        {
            await new ExportWriter(new StoreExportSource(host.Actors, host.ReadModel, host.Objects, host.Datasets), folder.FullName).WriteAsync();
            Assert.Empty(ExportAudit.Run(folder.FullName).Findings);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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

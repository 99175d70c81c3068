using FsCheck;
using FsCheck.Fluent;
using Numerai.Local.Faults;
using Numerai.Verification.Audits;
using Numerai.Verification.Exports;

namespace Numerai.Behaviour;

/// <summary>Random histories, played on any host and audited by an outsider.</summary>
internal static class HistoryRun
{
    public static Arbitrary<HistoryCommand[]> Histories(int length) => Gen.Choose(0, RandomHistory.Kinds - 1)
        .Zip(Gen.Choose(0, 100)).Zip(Gen.Choose(1, 20_000))
        .Select(drawn => new HistoryCommand(drawn.Item1.Item1, drawn.Item1.Item2, drawn.Item2))
        .ArrayOf(length).ToArbitrary();

    /// <summary>
    /// What the history comes to: what actors hold and people see. Fails where the books do not balance, or where the audit finds anything:
    /// at the end, or at any checkpoint on the way, made while outboxes lag.
    /// </summary>
    public static async Task<string> RunAsync(
        ITournamentHost host, HistoryCommand[] commands, FaultPlan plan, Func<Func<Task>, Task> repeat)
    {
        var history = new RandomHistory(host, repeat, () => repeat(() => AssertAuditedAsync(host)));
        await history.RunAsync(commands);
        plan.Enabled = false;
        await host.SettleAsync();
        await history.AssertConservedAsync();
        (await host.Actors.LedgerCheckpoints().CheckpointAsync(TimeSpan.Zero)).Require();
        await host.SettleAsync();
        await AssertAuditedAsync(host);
        return await Fingerprint.OfAsync(host);
    }

    private static async Task AssertAuditedAsync(ITournamentHost host)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-history-");
        try
        {
            var source = new StoreExportSource(host.Actors, host.ReadModel, host.Objects, host.Datasets);
            if (await new ExportWriter(source, folder.FullName).WriteAsync() is not null)
            {
                Assert.Empty(ExportAudit.Run(folder.FullName).Findings);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using Numerai.Verification.Audits;
using Numerai.Verification.Exports;

namespace Numerai.Behaviour.Fixtures;

/// <summary>Whether the books of a running server are in order, asked in every way there is.</summary>
internal static class FixtureBooks
{
    /// <summary>
    /// Conservation to the wei, reconciliation of every read table, and the audit of an export by somebody who trusts nobody.
    /// </summary>
    /// <returns>Rounds that the audit found settled.</returns>
    public static async Task<int> AssertInOrderAsync(FixtureClients clients, IOpenedFixture opened)
    {
        var books = await clients.Operator.Ledger.CheckConservationAsync();
        Assert.True(books.Holds, $"{books}");
        var compared = await clients.Operator.Operator.ReconcileAsync();
        Assert.True(compared.Holds, string.Join('\n', compared.Gaps));
        Assert.True(compared.Rounds > 0);
        Assert.Empty((await clients.Operator.Operator.ListAlertsAsync(standing: true)).Items);

        await clients.Operator.Proofs.MakeCheckpointAsync();
        var folder = Directory.CreateTempSubdirectory("numerai-fixture-export-");
        try
        {
            var source = new StoreExportSource(opened.Actors, opened.Stores.ReadModel, opened.Stores.Objects, opened.Stores.Datasets);
            await new ExportWriter(source, folder.FullName, inputs: true).WriteAsync(TestContext.Current.CancellationToken);
            var report = ExportAudit.Run(folder.FullName);
            Assert.Empty(report.Findings);
            return report.Settled;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

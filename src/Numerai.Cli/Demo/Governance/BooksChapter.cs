using Numerai.Cli.Governance;
using Numerai.Cli.Proofs;
using Numerai.Verification.Audits;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Demo.Governance;

/// <summary>Everything is added up: executions, NMR, every payout.</summary>
internal sealed class BooksChapter(GovernanceStage stage, string exportFolder)
{
    /// <returns>Whether all of it holds.</returns>
    public async Task<bool> TellAsync()
    {
        stage.Transcript.Chapter("The books");
        var client = stage.Operator;
        var chain = await ExecutionChain.CheckAsync(client, stage.Cancellation);
        stage.Transcript.Say($"{chain.Sentence}");
        var books = await client.Ledger.CheckConservationAsync(stage.Cancellation);
        stage.Transcript.Say(
            $"Issued {books.Issued} NMR = wallets {books.Wallets} + stakes {books.Stakes} + pending {books.Pending} + treasury "
                + $"{books.Treasury} + burned {books.Burned}; difference {books.Difference}. Conservation "
                    + $"{(books.Holds ? "holds" : "is broken")}.");
        await client.Proofs.MakeCheckpointAsync(stage.Cancellation);
        await new ExportWriter(new ClientExportSource(client), exportFolder).WriteAsync(stage.Cancellation);
        var audit = ExportAudit.Run(exportFolder);
        var found = audit.Clean
            ? "everything holds"
            : $"{audit.Found} findings, first {audit.Findings[0].Code} at {audit.Findings[0].Where}";
        stage.Transcript.Say(
            $"From the export alone, {audit.Leaves} payouts and burns of {audit.Settled} rounds and {audit.Entries} ledger entries are "
                + $"computed again: {found}.");
        return chain.Holds && books.Holds && audit.Clean;
    }
}

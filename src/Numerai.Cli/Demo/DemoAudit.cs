using Numerai.Cli.Proofs;
using Numerai.Client;
using Numerai.Verification.Audits;
using Numerai.Verification.Exports;
using Spectre.Console;

namespace Numerai.Cli.Demo;

/// <summary>How a demonstration ends: the books are exported, and everything in them is computed again from the export alone.</summary>
internal static class DemoAudit
{
    public static async Task<AuditReport> RunAsync(
        NumeraiClient client, DemoOptions options, IDemoProgress progress, CancellationToken cancellation)
    {
        progress.Say("exporting the books and computing every payout again");
        await client.Proofs.MakeCheckpointAsync(cancellation);
        await new ExportWriter(new ClientExportSource(client), options.ExportFolder, inputs: true).WriteAsync(cancellation);
        return ExportAudit.Run(options.ExportFolder);
    }

    public static void Print(IAnsiConsole console, AuditReport audit)
    {
        if (audit.Clean)
        {
            var same = $"{audit.Leaves:N0} payouts and burns of {audit.Settled} rounds and {audit.Entries:N0} ledger entries";
            console.MarkupLineInterpolated($"[green]The audit holds[/]: from the export alone, {same} came out the same.");
            return;
        }

        var first = audit.Findings[0];
        console.MarkupLineInterpolated($"[red]The audit found {audit.Found} things[/], first {first.Code} at {first.Where}.");
    }
}

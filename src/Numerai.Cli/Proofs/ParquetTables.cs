using System.Globalization;
using Numerai.Client.Datasets;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Proofs;

/// <summary>
/// The export's ledger and settlements as Parquet, for those who rather query than check. Amounts are texts of wei, because they outgrow
/// 64 bits.
/// </summary>
internal static class ParquetTables
{
    public static async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        var export = ExportFolder.Open(folder);
        var entries = export.Lines<LedgerLine>(ExportFormat.LedgerFile).Select(line => line.Line!).ToList();
        await new ParquetTable()
            .Add("chain", entries, line => line.Chain)
            .Add("sequence", entries, line => line.Sequence)
            .Add("transfer", entries, line => line.Transfer)
            .Add("reason", entries, line => line.Reason)
            .Add("debit", entries, line => line.Debit)
            .Add("credit", entries, line => line.Credit)
            .Add("wei", entries, line => line.Wei)
            .Add("round", entries, line => line.Round)
            .Add("time", entries, line => line.Time)
            .Add("previous", entries, line => line.Previous)
            .Add("hash", entries, line => line.Hash)
            .WriteAsync(Path.Combine(folder, "ledger.parquet"), cancellation);
        var leaves = Leaves(export);
        await new ParquetTable()
            .Add("round", leaves, leaf => leaf[0])
            .Add("model", leaves, leaf => leaf[1])
            .Add("staker", leaves, leaf => leaf[2])
            .Add("submission", leaves, leaf => leaf[3])
            .Add("at_risk_wei", leaves, leaf => leaf[4])
            .Add("scores", leaves, leaf => leaf[5])
            .Add("multiplier", leaves, leaf => double.Parse(leaf[6], CultureInfo.InvariantCulture))
            .Add("payout_wei", leaves, leaf => leaf[7])
            .Add("burn_wei", leaves, leaf => leaf[8])
            .WriteAsync(Path.Combine(folder, "settlements.parquet"), cancellation);
    }

    private static List<string[]> Leaves(ExportFolder export) =>
    [
        .. export.Manifest.Files.Where(file => file.Name.EndsWith('/' + RoundFiles.Leaves, StringComparison.Ordinal))
            .SelectMany(
                file => System.Text.Encoding.UTF8.GetString(export.Bytes(file.Name)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(leaf => leaf.Split('|')),
    ];
}

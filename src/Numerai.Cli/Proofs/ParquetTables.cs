using System.Globalization;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Proofs;

/// <summary>
/// The export's ledger and settlements as Parquet, for those who rather query than check. Amounts are texts of wei, because they outgrow
/// 64 bits.
/// </summary>
internal static class ParquetTables
{
    public static void Write(string folder)
    {
        var export = ExportFolder.Open(folder);
        var entries = export.Lines<LedgerLine>(ExportFormat.LedgerFile).Select(line => line.Line!).ToList();
        Write(folder, "ledger.parquet", [
            Text("chain", entries, line => line.Chain),
            new TableColumn<long>("sequence", [.. entries.Select(line => line.Sequence)]),
            Text("transfer", entries, line => line.Transfer),
            Text("reason", entries, line => line.Reason),
            Text("debit", entries, line => line.Debit),
            Text("credit", entries, line => line.Credit),
            Text("wei", entries, line => line.Wei),
            Text("round", entries, line => line.Round),
            Text("time", entries, line => line.Time),
            Text("previous", entries, line => line.Previous),
            Text("hash", entries, line => line.Hash),
        ]);
        var leaves = Leaves(export);
        Write(folder, "settlements.parquet", [
            Text("round", leaves, leaf => leaf[0]),
            Text("model", leaves, leaf => leaf[1]),
            Text("staker", leaves, leaf => leaf[2]),
            Text("submission", leaves, leaf => leaf[3]),
            Text("at_risk_wei", leaves, leaf => leaf[4]),
            Text("scores", leaves, leaf => leaf[5]),
            new TableColumn<double>("multiplier", [.. leaves.Select(leaf => double.Parse(leaf[6], CultureInfo.InvariantCulture))]),
            Text("payout_wei", leaves, leaf => leaf[7]),
            Text("burn_wei", leaves, leaf => leaf[8]),
        ]);
    }

    private static List<string[]> Leaves(ExportFolder export) =>
    [
        .. export.Manifest.Files.Where(file => file.Name.EndsWith('/' + RoundFiles.Leaves, StringComparison.Ordinal))
            .SelectMany(file => System.Text.Encoding.UTF8.GetString(export.Bytes(file.Name)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(leaf => leaf.Split('|')),
    ];

    private static TableColumn<string> Text<T>(string name, List<T> rows, Func<T, string> value) => new(name, [.. rows.Select(value)]);

    private static void Write(string folder, string name, TableColumn[] columns)
    {
        using var file = File.Create(Path.Combine(folder, name));
        ParquetFile.Write(file, new Table(columns));
    }
}

using System.CommandLine;
using System.Diagnostics;
using Numerai.Cli.CommandLine;
using Numerai.Verification.Audits;

namespace Numerai.Cli.Benchmarks;

internal sealed class BenchAuditCommand : CliCommand
{
    private static readonly DetailView<AuditMeasurement> _view = new DetailView<AuditMeasurement>()
        .Field("rounds x models", result => $"{result.Rounds} x {result.Models}")
        .Field(
            "export", result => $"{Format.Bytes(result.Bytes)}, {result.Entries:N0} ledger entries, made in {result.MakingSeconds:0.0} s")
        .Field(
            "audit",
            result =>
                $"{result.Seconds:0.0} s on {result.Processors} processors ({result.ProcessorSeconds:0.0} s of processor time), "
                    + $"{result.Finding?.ToString() ?? "everything holds"}")
        .Field("memory", result => $"{Format.Bytes(result.PeakBytes)} at the peak");

    private readonly Option<int> _rounds = new("--rounds") { Description = "Settled rounds.", DefaultValueFactory = _ => 250 };
    private readonly Option<int> _models = new("--models") { Description = "Staked models.", DefaultValueFactory = _ => 5000 };
    private readonly Option<int> _seed = new("--seed") { Description = "Of the drawn scores.", DefaultValueFactory = _ => 1 };

    public BenchAuditCommand()
        : base("audit", "How long the audit of an export takes.")
    {
        Options.Add(_rounds);
        Options.Add(_models);
        Options.Add(_seed);
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-bench-audit-");
        try
        {
            var result = Measure(folder.FullName, context.Get(_rounds), context.Get(_models), context.Get(_seed), context.Cancellation);
            context.Output.Write(result, _view);
            return Task.FromResult(result.Clean ? ExitCodes.Done : ExitCodes.NotVerified);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static AuditMeasurement Measure(string folder, int rounds, int models, int seed, CancellationToken cancellation)
    {
        var making = Stopwatch.StartNew();
        using var books = new SyntheticBooks(folder);
        var settlements = new SyntheticSettlements(models, seed);
        settlements.Open(books);
        for (var round = 1; round <= rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            settlements.Play(books, round);
        }

        var bytes = books.Finish();
        making.Stop();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var auditing = Stopwatch.StartNew();
        var report = ExportAudit.Run(folder);
        var elapsed = auditing.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        return new AuditMeasurement(
            rounds,
            models,
            bytes,
            report.Entries,
            making.Elapsed.TotalSeconds,
            elapsed,
            (process.TotalProcessorTime - before).TotalSeconds,
            Environment.ProcessorCount,
            process.PeakWorkingSet64,
            report.Clean ? null : report.Findings[0]);
    }

    private sealed record AuditMeasurement(
        int Rounds,
        int Models,
        long Bytes,
        long Entries,
        double MakingSeconds,
        double Seconds,
        double ProcessorSeconds,
        int Processors,
        long PeakBytes,
        AuditFinding? Finding)
    {
        public bool Clean => Finding is null;
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Data.Diagnostics;

namespace Numerai.Cli.Benchmarks;

internal sealed class BenchDiagnosticsCommand : CliCommand
{
    private static readonly DetailView<Result> _view = new DetailView<Result>()
        .Field("validation", result => $"{result.Rows} rows in {result.Eras} eras, {result.Features} features, {SyntheticValidation.Benchmarks} benchmark models")
        .Field("upload", result => $"{result.Format}, {Format.Bytes(result.Bytes)}")
        .Field("report", result => string.Create(CultureInfo.InvariantCulture,
            $"{result.Seconds:0.0} s on {result.Threads} threads, {result.ProcessorSeconds:0.0} s of processor time"))
        .Field("memory", result => $"{Format.Bytes(result.PeakBytes)} at the peak of the process, generating included")
        .Field("CORR", result => Format.Score(result.Corr));

    private readonly Option<int> _rows = new("--rows") { Description = "Rows of validation.", DefaultValueFactory = _ => 3_900_000 };
    private readonly Option<int> _features = new("--features") { Description = "Features for FNC and exposures.", DefaultValueFactory = _ => 60 };
    private readonly Option<string> _format = new("--format") { Description = "csv, csv.gz or parquet.", DefaultValueFactory = _ => "csv" };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };

    public BenchDiagnosticsCommand()
        : base("diagnostics", "Measure the report on generated validation predictions on this machine.")
    {
        _format.AcceptOnlyFromAmong("csv", "csv.gz", "parquet");
        foreach (var option in new Option[] { _rows, _features, _format, _threads })
        {
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-bench-").FullName;
        try
        {
            var (rows, features, format) = (context.Get(_rows), context.Get(_features), context.Get(_format)!);
            var generated = SyntheticValidation.Write(folder, rows, features, format);
            using var process = Process.GetCurrentProcess();
            var processor = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var report = DiagnosticsRun.Run(generated.Predictions, ValidationPart.Of(folder),
                new DiagnosticsOptions { Features = generated.Features, Threads = context.Get(_threads) }, context.Cancellation);
            watch.Stop();
            process.Refresh();
            context.Output.Write(new Result(rows, report.Model.Eras.Count, features, format, new FileInfo(generated.Predictions).Length,
                watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - processor).TotalSeconds, context.Get(_threads), process.PeakWorkingSet64, report.Model.Corr.Mean), _view);
            return Task.FromResult(ExitCodes.Done);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Result(
        int Rows, int Eras, int Features, string Format, long Bytes, double Seconds, double ProcessorSeconds, int Threads, long PeakBytes, double Corr);
}

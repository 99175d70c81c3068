using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Data.Diagnostics;
using Numerai.Data.Signals;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Benchmarks;

internal sealed class BenchDiagnosticsCommand : CliCommand
{
    private static readonly DetailView<Result> _view = new DetailView<Result>()
        .Field("validation", result => $"{result.Rows} rows in {result.Eras} {result.Against}")
        .Field("upload", result => $"{result.Format}, {Format.Bytes(result.Bytes)}")
        .Field("report", result => string.Create(CultureInfo.InvariantCulture,
            $"{result.Seconds:0.0} s on {result.Threads} threads, {result.ProcessorSeconds:0.0} s of processor time"))
        .Field("memory", result => $"{Format.Bytes(result.PeakBytes)} at the peak of the process, generating included")
        .Field("mean", result => $"{result.Score} {Format.Score(result.Mean)}");

    private static readonly TournamentPreset _eras = Tournaments.All.First(preset => !preset.KeepsIds);
    private static readonly TournamentPreset _days = Tournaments.All.First(preset => preset.HoldsPortfolios);

    private readonly Option<string> _tournament = new("--tournament", "-t")
    {
        Description = $"{_eras.Word}: eras with benchmark models; {_days.Word}: days with neutralizers and a meta model.",
        DefaultValueFactory = _ => _eras.Word,
    };

    private readonly Option<int> _rows = new("--rows") { Description = "Rows of validation.", DefaultValueFactory = _ => 3_900_000 };
    private readonly Option<int> _features = new("--features")
    {
        Description = "Features for FNC and exposures.",
        DefaultValueFactory = _ => 60,
    };
    private readonly Option<string> _format = new("--format") { Description = "csv, csv.gz or parquet.", DefaultValueFactory = _ => "csv" };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public BenchDiagnosticsCommand()
        : base("diagnostics", "Measure the report on generated validation predictions on this machine.")
    {
        _format.AcceptOnlyFromAmong("csv", "csv.gz", "parquet");
        _tournament.AcceptOnlyFromAmong(_eras.Word, _days.Word);
        foreach (var option in new Option[] { _tournament, _rows, _features, _format, _threads })
        {
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var folder = Directory.CreateTempSubdirectory("numerai-bench-").FullName;
        try
        {
            context.Output.Write(context.Get(_tournament) == _days.Word ? Days(folder, context) : Eras(folder, context), _view);
            return Task.FromResult(ExitCodes.Done);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Result Eras(string folder, CommandContext context)
    {
        var features = context.Get(_features);
        var generated = SyntheticValidation.Write(folder, context.Get(_rows), features, context.Get(_format)!);
        return Measure(
            context, generated.Predictions, $"eras, {features} features, {SyntheticValidation.Benchmarks} benchmark models", "CORR", () =>
        {
            var report = DiagnosticsRun.Run(generated.Predictions, ValidationPart.Of(folder),
                new DiagnosticsOptions { Features = generated.Features, Threads = context.Get(_threads) }, context.Cancellation);
            return (report.Model.Eras.Count, report.Model.Corr.Mean);
        });
    }

    private Result Days(string folder, CommandContext context)
    {
        var features = context.Get(_features);
        var signal = SyntheticHistory.Write(folder, context.Get(_rows), features, context.Get(_format)!);
        return Measure(
            context,
            signal,
            $"days, {features} features, {SyntheticHistory.Neutralizers} neutralizers, sample weights, a meta model",
            "ALPHA",
            () =>
        {
            var report = SignalDiagnostics.Run(signal, SignalHistoryFiles.In(folder), context.Get(_threads), context.Cancellation);
            return (report.Days.Count, report.Scores["alpha"].Mean);
        });
    }

    private Result Measure(CommandContext context, string upload, string against, string score, Func<(int Eras, double Mean)> run)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var (eras, mean) = run();
        watch.Stop();
        process.Refresh();
        return new Result(context.Get(_rows), eras, against, context.Get(_format)!, new FileInfo(upload).Length, watch.Elapsed.TotalSeconds,
            (process.TotalProcessorTime - processor).TotalSeconds, context.Get(_threads), process.PeakWorkingSet64, score, mean);
    }

    private sealed record Result(
        int Rows, int Eras, string Against, string Format, long Bytes, double Seconds, double ProcessorSeconds, int Threads, long PeakBytes,
        string Score, double Mean);
}

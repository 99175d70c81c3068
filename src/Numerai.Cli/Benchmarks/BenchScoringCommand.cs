using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Scoring.Benchmarking;

namespace Numerai.Cli.Benchmarks;

internal sealed class BenchScoringCommand : CliCommand
{
    private static readonly DetailView<ScoringBenchmarkReport> _view = new DetailView<ScoringBenchmarkReport>()
        .Field(
            "round",
            report =>
                $"{report.Options.Models} models, {report.Options.Rows} rows, {report.Options.Features} features, "
                    + $"{report.Options.Neutralizers} neutralizers")
        .Field(
            "machine",
            report =>
                $"{report.Options.Threads} threads, vectors of {report.VectorBits} bits, {Text(report.PeakGigaflops, "0")} GFLOP/s at best")
        .Field("inputs", report => $"{Format.Bytes(report.InputBytes)} as doubles")
        .Field("start", report => $"{Format.Bytes(report.StartBytes)} resident before: runtime, libraries, this command")
        .Field(
            "memory", report => Peak(report.PeakBytes, report.PeakShare, report.ProcessPeakShare) + "; submissions ranked as they arrive")
        .Field(
            "all held",
            report =>
                Peak(
                    report.PeakAllHeldBytes,
                    report.PeakAllHeldShare,
                    report.ProcessPeakAllHeldShare) + "; every prediction in memory at once")
        .Field("checksum", report => Text(report.Checksum, "R"));

    private static readonly TableView<ScoringStage> _stages = new TableView<ScoringStage>("Nothing was measured.")
        .Text("stage", stage => stage.Name)
        .Number("best, ms", stage => Text(stage.BestSeconds * 1000, "0.0"))
        .Number("median, ms", stage => Text(stage.MedianSeconds * 1000, "0.0"))
        .Number("processor, ms", stage => Text(stage.ProcessorSeconds * 1000, "0.0"))
        .Number("GFLOP/s", stage => stage.Gigaflops is { } speed ? Text(speed, "0.0") : null);

    private readonly Option<int> _models = Size("--models", "Models of the round.", 1_000);
    private readonly Option<int> _rows = Size("--rows", "Rows of the universe.", 6_000);
    private readonly Option<int> _features = Size("--features", "Features to neutralize to.", 400);
    private readonly Option<int> _dependent = new("--dependent")
    {
        Description = "How many of the features are sums of two others.",
        DefaultValueFactory = _ => 0,
    };
    private readonly Option<int> _nearly = new("--nearly-dependent")
    {
        Description = "How many are so but for noise, on both sides of the cut.",
        DefaultValueFactory = _ => 0,
    };
    private readonly Option<int> _neutralizers = Size("--neutralizers", "Neutralizers of ALPHA and MPC.", 200);
    private readonly Option<int> _threads = Size("--threads", "Threads.", Environment.ProcessorCount);
    private readonly Option<int> _repeats = Size("--repeats", "Times each stage is measured.", 5);
    private readonly Option<int> _seed = Size("--seed", "Seed of the synthetic round.", 1);

    public BenchScoringCommand()
        : base("scoring", "Measure every stage of scoring a synthetic round on this machine.")
    {
        foreach (var option in new[] { _models, _rows, _features, _dependent, _nearly, _neutralizers, _threads, _repeats, _seed })
        {
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var report = ScoringBenchmark.Run(new ScoringBenchmarkOptions
        {
            Models = context.Get(_models),
            Rows = context.Get(_rows),
            Features = context.Get(_features),
            DependentFeatures = Math.Clamp(context.Get(_dependent), 0, Math.Max(context.Get(_features) - 2, 0)),
            NearlyDependentFeatures = Math.Clamp(context.Get(_nearly), 0, Math.Max(context.Get(_features) - 2, 0)),
            Neutralizers = context.Get(_neutralizers),
            Threads = context.Get(_threads),
            Repeats = context.Get(_repeats),
            Seed = context.Get(_seed),
        });
        context.Output.Write(report, _view);
        context.Output.WriteTable(report.Stages, _stages);
        return Task.FromResult(ExitCodes.Done);
    }

    private static Option<int> Size(string name, string description, int otherwise)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} is at least 1.");
            }
        });
        return option;
    }

    private static string Peak(long bytes, double share, double processShare) =>
        $"{Format.Bytes(bytes)} at the peak, {Text(share, "0.00")} times the inputs ({Text(processShare, "0.00")} with the start)";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

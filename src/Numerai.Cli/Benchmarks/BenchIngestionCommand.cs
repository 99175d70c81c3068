using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;

namespace Numerai.Cli.Benchmarks;

internal sealed class BenchIngestionCommand : CliCommand
{
    // Processor time is counted by the kernel in steps that one file would drown in.
    private const int FilesPerTry = 40;

    private static readonly TableView<Measurement> _view = new TableView<Measurement>("Nothing was measured.")
        .Text("file", result => result.File)
        .Number("size", result => Format.Bytes(result.Bytes))
        .Number("processor, ms", result => Text(result.ProcessorMilliseconds))
        .Number("clock, ms", result => Text(result.ClockMilliseconds))
        .Number("parsing, ms", result => Text(result.ParsingMilliseconds));

    private readonly Option<int> _rows = new("--rows") { Description = "Rows of the submission.", DefaultValueFactory = _ => 6_000 };
    private readonly Option<int> _tries = new("--tries")
    {
        Description = $"Times {FilesPerTry} files are read; the best counts.",
        DefaultValueFactory = _ => 40,
    };
    private readonly Option<int> _seed = new("--seed") { Description = "Of ids and predictions.", DefaultValueFactory = _ => 1 };

    public BenchIngestionCommand()
        : base("ingestion", "How long one submission takes from its file to rank codes, on one core: read, checked, cleaned.")
    {
        foreach (var option in new[] { _rows, _tries, _seed })
        {
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int>() < 1)
                {
                    result.AddError($"{option.Name} is at least 1.");
                }
            });
            Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var uploads = new SyntheticUploads(context.Get(_rows), context.Get(_seed));
        var results = uploads.Files.Select(file => Measure(file.Name, file.Content, uploads.Universe, context.Get(_tries))).ToList();
        context.Output.WriteTable(results, _view);
        return Task.FromResult(ExitCodes.Done);
    }

    private static Measurement Measure(string name, byte[] file, SubmissionUniverse universe, int tries)
    {
        var workspace = new RankWorkspace();
        var (processor, clock) = Best(tries, () =>
        {
            var (submission, refusal) = SubmissionIntake.Read(file, SubmissionFormat.OfIds, universe);
            _ = submission?.ToRankCodes(workspace) ?? throw new InvalidDataException(refusal!.Message);
        });
        var (parsing, _) = Best(tries, () => SubmissionParser.Parse(file, SubmissionFormat.OfIds));
        return new Measurement(name, file.Length, processor, clock, parsing);
    }

    /// <summary>The least processor time of a try and the least clock time of a single file, in milliseconds a file.</summary>
    private static (double Processor, double Clock) Best(int tries, Action work)
    {
        var (processor, clock) = (double.PositiveInfinity, double.PositiveInfinity);

        // One try more, to warm up.
        for (var attempt = 0; attempt <= tries; attempt++)
        {
            var used = Environment.CpuUsage.TotalTime;
            for (var file = 0; file < FilesPerTry; file++)
            {
                var started = Stopwatch.GetTimestamp();
                work();
                clock = Math.Min(clock, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / FilesPerTry);
        }

        return (processor, clock);
    }

    private static string Text(double milliseconds) => milliseconds.ToString("0.000", CultureInfo.InvariantCulture);

    private sealed record Measurement(
        string File, int Bytes, double ProcessorMilliseconds, double ClockMilliseconds, double ParsingMilliseconds);
}

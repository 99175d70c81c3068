using Numerai.Cli.CommandLine;
using Numerai.Data.Signals;

namespace Numerai.Cli.Universes;

internal sealed class UniverseBuildCommand() : DayFilesCommand(
    "build", "Make a day's universe from prices: live file, neutralizers, sample weights (operator, offline).")
{
    private static readonly DetailView<Summary> _view = new DetailView<Summary>()
        .Field("day", summary => summary.Date)
        .Field("securities", summary => Format.Number(summary.Securities))
        .Field("live", summary => summary.Live)
        .Field(
            "neutralizers",
            summary => summary.Neutralizers is null ? "none" : $"{summary.Neutralizers} ({summary.NeutralizerColumns} columns)")
        .Field("sample weights", summary => summary.SampleWeights ?? "none");

    protected override void Write(DailyFiles files, DailyUniverse universe, string folder, CommandContext context)
    {
        var written = files.WriteUniverse(folder, universe);
        context.Output.Write(
            new Summary(
                universe.Era.Date.ToString("yyyy-MM-dd", null),
                universe.Era.RowCount,
                written[0],
                written.ElementAtOrDefault(1),
                universe.Neutralizers.Count,
                written.ElementAtOrDefault(2)),
            _view);
    }

    private sealed record Summary(
        string Date, int Securities, string Live, string? Neutralizers, int NeutralizerColumns, string? SampleWeights);
}

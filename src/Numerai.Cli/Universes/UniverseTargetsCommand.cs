using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Signals;

namespace Numerai.Cli.Universes;

internal sealed class UniverseTargetsCommand : DayFilesCommand
{
    private static readonly DetailView<Summary> _view = new DetailView<Summary>()
        .Field("day", summary => summary.Date)
        .Field("days of returns", summary => Format.Number(summary.Days))
        .Field("securities", summary => Format.Number(summary.Securities))
        .Field("targets", summary => summary.Targets);

    private readonly Option<int> _days = new("--day")
    {
        Description = "Days of returns, 1 or more: the scoring day of the round.",
        Required = true,
    };

    public UniverseTargetsCommand()
        : base("targets", "Make the targets of a day from the prices that followed (operator, offline).")
    {
        _days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--day is the number of days of returns, 1 or more.");
            }
        });
        Options.Add(_days);
    }

    protected override void Write(DailyFiles files, DailyUniverse universe, string folder, CommandContext context)
    {
        var days = context.Get(_days);
        context.Output.Write(
            new Summary(
                universe.Era.Date.ToString("yyyy-MM-dd", null),
                days,
                universe.Era.RowCount,
                files.WriteTargets(folder, universe, days)), _view);
    }

    private sealed record Summary(string Date, int Days, int Securities, string Targets);
}

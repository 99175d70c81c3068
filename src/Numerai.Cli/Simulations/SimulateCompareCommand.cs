using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Simulations.Results;

namespace Numerai.Cli.Simulations;

internal sealed class SimulateCompareCommand : CliCommand
{
    private static readonly TableView<ComparedStatistic> _view = new TableView<ComparedStatistic>("The results have no statistics.")
        .Text("statistic", row => row.Name)
        .Number("first", row => Text(row.First))
        .Number("second", row => Text(row.Second))
        .Number("difference", row => Text(row.Difference));

    private readonly Argument<string> _first = new("FIRST") { Description = "Folder (or result.json) of a simulation." };
    private readonly Argument<string> _second = new("SECOND") { Description = "Folder (or result.json) of another one." };

    public SimulateCompareCommand()
        : base("compare", "Put two simulations side by side; rounds are paired by era.")
    {
        Arguments.Add(_first);
        Arguments.Add(_second);
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var comparison = ResultComparison.Of(SummaryJson.Read(context.Get(_first)), SummaryJson.Read(context.Get(_second)));
        context.Output.WriteTable(comparison.Statistics, _view);
        if (comparison.Rounds > 0)
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Meta model, {comparison.Second} less {comparison.First}: {comparison.MetaModel.Value:+0.00000;-0.00000} CORR over "
                    + $"{comparison.Rounds} rounds (95 %: {comparison.MetaModel.Low:0.00000} to {comparison.MetaModel.High:0.00000})."));
        }

        return Task.FromResult(ExitCodes.Done);
    }

    private static string? Text(double value) => double.IsNaN(value) ? null : value.ToString("0.######", CultureInfo.InvariantCulture);
}

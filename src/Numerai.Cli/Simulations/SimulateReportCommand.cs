using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Simulations.Reports;
using Numerai.Simulations.Results;

namespace Numerai.Cli.Simulations;

internal sealed class SimulateReportCommand : CliCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "Folder of a simulation that has ended." };

    public SimulateReportCommand()
        : base("report", "Write a simulation's report again from its result.json.") => Arguments.Add(_folder);

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var folder = context.Get(_folder);
        var report = Path.Combine(folder, ResultFiles.Report);
        await File.WriteAllTextAsync(report, HtmlReport.Write(SummaryJson.Read(folder)), context.Cancellation);
        Console.WriteLine(report);
        return ExitCodes.Done;
    }
}

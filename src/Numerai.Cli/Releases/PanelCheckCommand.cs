using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Data.Panels;

namespace Numerai.Cli.Releases;

internal sealed class PanelCheckCommand : CliCommand
{
    private const int NamedFiles = 5;

    private static readonly DetailView<PanelReport> _view = new DetailView<PanelReport>()
        .Field("layout", report => report.Layout)
        .Field("files", report => string.Join(", ", report.Files.Take(NamedFiles))
            + (report.Files.Count > NamedFiles ? $" and {report.Files.Count - NamedFiles} more" : string.Empty))
        .Field("columns", report => string.Join(", ", report.Columns.Select(column => $"{column.Key} = {column.Value}")))
        .Field("calendar", report => $"{Day(report.FirstDay)} to {Day(report.LastDay)}, {Format.Number(report.Days)} trading days in "
            + $"{Format.Number(report.Weeks)} weeks")
        .Field("closings", report => string.Join(", ", report.Closings.Select(closing =>
            $"{Day(closing.LastBefore)} to {Day(closing.FirstAfter)}")))
        .Field("securities", report => $"{Format.Number(report.Securities)}, sectors: {Format.Number(report.Sectors)}"
            + (report.HasMembership ? ", with membership" : string.Empty))
        .Field("missing closes", report => report.MissingShare.ToString("P3", CultureInfo.InvariantCulture))
        .Field("oddities", report => report.Oddities.Count == 0 ? "none" : Format.Number(report.Oddities.Count));

    /// <summary>One column: of several, a narrow terminal would drop the short ones for the sentences.</summary>
    private static readonly TableView<PanelOddity> _oddities = new TableView<PanelOddity>("Nothing odd was found.")
        .Text("what is odd", oddity => $"{oddity.Kind} ({Format.Number(oddity.Count)}): {oddity.Found}. {oddity.Advice}");

    private readonly Argument<string> _folder = new("folder") { Description = "Folder of a price panel." };
    private readonly PanelReading _reading = new();

    public PanelCheckCommand()
        : base("check", "Tell what is understood of a folder of prices before anything is built of it; nothing is written.")
    {
        Arguments.Add(_folder);
        _reading.AddTo(this);
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var (_, report) = PanelFolder.Read(context.Get(_folder), _reading.Options(context));
        context.Output.Write(report, _view);
        context.Output.WriteTable(report.Oddities, _oddities);
        return Task.FromResult(ExitCodes.Done);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Tests.Commands;

/// <summary>Every command that reads a panel, on the layouts of the field: it tells what it understood or refuses it with a code.</summary>
public sealed class PanelCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-panels-").FullName;

    public static TheoryData<string, string> Layouts() => new()
    {
        { "long (stooq)", "<TICKER>,<PER>,<DATE>,<TIME>,<CLOSE>,<VOL>\n|{1},D,{0:yyyyMMdd},000000,{2},{3}\n" },
        { "long (Kaggle)", "date,close,volume,Name\n|{0:yyyy-MM-dd},{2},{3},{1}\n" },
        { "long (EODHD)", "Date,Close,Adjusted_close,Volume,Code\n|{0:yyyy-MM-dd} 00:00:00,{2},{2},{3},{1}\n" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Every_command_that_reads_a_panel_ends_with_a_result_or_a_code(string layout, string form)
    {
        Write(form, 126);
        var report = await CliRun.JsonAsync(null, "panel", "check", _folder);
        Assert.Equal((layout, 126, 3), (report.GetProperty("layout").GetString(), report.GetProperty("days").GetInt32(),
            report.GetProperty("securities").GetInt32()));
        var key = Path.Combine(_folder, "release.key");
        await CliRun.OutputAsync(null, "release", "key", "create", key);
        foreach (var command in new string[][]
        {
            ["release", "build", "--rounds", "2", "--key", key, "--out", Path.Combine(_folder, "out")],
            ["release", "audit", "--key", key],
            ["universe", "build", "2021-06-25", "--out", Path.Combine(_folder, "day")],
            ["universe", "targets", "2021-06-25", "--day", "1", "--out", Path.Combine(_folder, "day")],
        })
        {
            var result = await CliRun.RunAsync(null, [.. command, "--prices", _folder]);
            Assert.True(result.ExitCode == ExitCodes.Refused, $"{string.Join(' ', command)}: {result.ExitCode}, {result.StandardError}");
            Assert.Contains("\npanel_too_", "\n" + result.StandardError, StringComparison.Ordinal);
            Assert.Contains("note: no_sector", result.StandardError, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_understood_is_printed_and_what_was_declared_is_taken()
    {
        Write("When,Firm,Last,Pieces\n|{0:dd/MM/yyyy},{1},{2},{3}\n", 30);
        await CliRun.RefusedAsync(ExitCodes.Refused, "column_missing", null, "panel", "check", _folder);
        string[] declared = ["panel", "check", _folder, "--columns", "date=When,ticker=Firm,volume=Pieces"];
        await CliRun.RefusedAsync(ExitCodes.Refused, "csv_malformed", null, declared);
        var text = await CliRun.OutputAsync(null, [.. declared, "--dates", "day-first"]);
        Assert.Contains("date = When, ticker = Firm, volume = Pieces, close = Last", text, StringComparison.Ordinal);
        Assert.Contains("2021-01-01 to 2021-02-11, 30 trading days in 7 weeks", text, StringComparison.Ordinal);
        Assert.Contains("unadjusted_close", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thin_days_and_long_closings_are_refused_until_something_is_said_about_them()
    {
        Write("date,ticker,adj_close,dollar_volume,sector\n|{0:yyyy-MM-dd},{1},{2},{3}.5,Banks\n", 30);
        var file = Path.Combine(_folder, "prices.csv");
        await File.AppendAllTextAsync(file, "2021-02-13,A,20,0.5,Banks\n");
        await CliRun.RefusedAsync(ExitCodes.Refused, "panel_thin_day", null, "panel", "check", _folder);
        var dropped = await CliRun.JsonAsync(null, "panel", "check", _folder, "--thin-days", "drop");
        Assert.Equal(30, dropped.GetProperty("days").GetInt32());
        Assert.Equal("thin_day_dropped", dropped.GetProperty("oddities")[0].GetProperty("kind").GetString());
        var kept = await CliRun.JsonAsync(null, "panel", "check", _folder, "--thin-days", "keep");
        Assert.Equal(31, kept.GetProperty("days").GetInt32());

        await File.AppendAllTextAsync(file, string.Concat("ABC".Select(name => $"2021-04-15,{name},20.5,9.5,Banks\n")));
        await CliRun.RefusedAsync(ExitCodes.Refused, "panel_gap", null, "panel", "check", _folder, "--thin-days", "drop");
        var closed = await CliRun.JsonAsync(null, "panel", "check", _folder, "--thin-days", "drop", "--longest-closing", "63");
        Assert.Equal(63, closed.GetProperty("closings")[0].GetProperty("days").GetInt32());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A file of weekdays from 2021-01-01 on and three securities, a header and a form of a row.</summary>
    private void Write(string form, int days)
    {
        var (header, row) = (form.Split('|')[0], form.Split('|')[1]);
        var lines = Enumerable.Range(0, 2 * days).Select(new DateOnly(2021, 1, 1).AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(days)
            .SelectMany((day, at) => "ABC".Select((name, security) => string.Format(
                CultureInfo.InvariantCulture, row, day, name, 20 + security + Math.Sin(at + security), 1001 + at)));
        File.WriteAllText(Path.Combine(_folder, "prices.csv"), header + string.Concat(lines));
    }
}

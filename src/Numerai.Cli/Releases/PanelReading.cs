using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Data.Panels;

namespace Numerai.Cli.Releases;

/// <summary>The options that say how a folder of prices is to be understood.</summary>
internal sealed class PanelReading
{
    private static readonly Dictionary<string, DateOrder> _orders =
        new(StringComparer.Ordinal) { ["day-first"] = DateOrder.DayFirst, ["month-first"] = DateOrder.MonthFirst };

    private static readonly Dictionary<string, ThinDays> _thinDays = new(StringComparer.Ordinal)
    {
        ["refuse"] = ThinDays.Refuse,
        ["drop"] = ThinDays.Drop,
        ["keep"] = ThinDays.Keep,
    };

    private readonly Option<string?> _columns = new("--columns")
    {
        Description = "Names of columns of prices that are not found by themselves: any of " + string.Join(", ", PanelColumns.Roles) + ".",
        HelpName = "ticker=NAME,close=NAME",
    };

    private readonly Option<string?> _dates = new("--dates")
    {
        Description = "How dates such as 03/04/2021 are meant: day-first or month-first.",
    };

    private readonly Option<string> _thin = new("--thin-days")
    {
        Description = "Days on which fewer than half as many securities trade as around them: refuse, drop or keep.",
        DefaultValueFactory = _ => "refuse",
    };

    private readonly Option<int> _closing = new("--longest-closing")
    {
        Description = "Calendar days without a trading day that are taken for a closed market.",
        DefaultValueFactory = _ => PanelReadOptions.Default.LongestClosing,
        HelpName = "DAYS",
    };

    public void AddTo(Command command)
    {
        _dates.AcceptOnlyFromAmong([.. _orders.Keys]);
        _thin.AcceptOnlyFromAmong([.. _thinDays.Keys]);
        foreach (var option in new Option[] { _columns, _dates, _thin, _closing })
        {
            command.Options.Add(option);
        }
    }

    public PanelReadOptions Options(CommandContext context) => new()
    {
        Columns = context.Get(_columns) is { } columns ? PanelColumns.Parse(columns) : PanelReadOptions.Default.Columns,
        DateOrder = context.Get(_dates) is { } dates ? _orders[dates] : DateOrder.Undeclared,
        ThinDays = _thinDays[context.Get(_thin)!],
        LongestClosing = context.Get(_closing),
    };
}

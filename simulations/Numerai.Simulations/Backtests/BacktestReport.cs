using System.Text.Json.Nodes;
using Numerai.Simulations.Research;
using Numerai.Simulations.Results;

namespace Numerai.Simulations.Backtests;

/// <summary>
/// A scenario played under a tournament's settings and under a change of them, with all that is needed to play it again: what holders see
/// on the ballot. Nothing in it depends on the machine, the time or the number of threads.
/// </summary>
public sealed record BacktestReport
{
    /// <summary>What the first line of every report says.</summary>
    public const string CurrentFormat = "numerai backtest 1";

    public required string Format { get; init; }

    /// <summary>Version of the simulator; another one may come to other numbers.</summary>
    public required string Simulator { get; init; }

    public required int Tournament { get; init; }

    /// <summary>Settings before the change, in the form of the API.</summary>
    public required JsonObject Settings { get; init; }

    /// <summary>The change: a JSON merge patch (RFC 7396) of the settings.</summary>
    public required JsonObject Patch { get; init; }

    /// <summary>The scenario, whole, with its seed; the folder that its market is read from is left out.</summary>
    public required JsonObject Scenario { get; init; }

    /// <summary>SHA-256 over names and contents of the files in the market's folder; null for a synthetic market.</summary>
    public string? MarketSha256 { get; init; }

    public required BacktestSide Before { get; init; }

    public required BacktestSide After { get; init; }

    /// <summary>Mean CORR of the meta model after less before, paired by round.</summary>
    public required Interval MetaModel { get; init; }

    public required IReadOnlyList<ComparedStatistic> Statistics { get; init; }
}

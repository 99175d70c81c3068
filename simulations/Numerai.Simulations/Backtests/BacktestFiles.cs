using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Numerai.Simulations.Results;

namespace Numerai.Simulations.Backtests;

/// <summary>A backtest as files: JSON, whose SHA-256 goes on the ballot, and a page that is made from the JSON alone.</summary>
public static class BacktestFiles
{
    public const string Json = "backtest.json";
    public const string Page = "backtest.html";

    public static byte[] Bytes(BacktestReport report) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(report, SummaryJson.Options) + "\n");

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Writes both files.</summary>
    /// <returns>The SHA-256 of the JSON file.</returns>
    public static string Write(string folder, ReadOnlySpan<byte> bytes)
    {
        var report = Read(bytes, "the report");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Json), bytes);
        File.WriteAllText(Path.Combine(folder, Page), BacktestPage.Write(report, Hash(bytes)));
        return Hash(bytes);
    }

    /// <param name="bytes">Content of the JSON file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="SimulationException"><c>backtest_unreadable</c>.</exception>
    public static BacktestReport Read(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            var report = JsonSerializer.Deserialize<BacktestReport>(bytes, SummaryJson.Options);
            return report is
            {
                Format: BacktestReport.CurrentFormat, Settings: not null, Patch: not null, Scenario: not null,
                Before: not null, After: not null, Statistics: not null
            }
                ? report
                : throw new SimulationException(
                    "backtest_unreadable", $"{name} is not a '{BacktestReport.CurrentFormat}'; `gov backtest` makes one.");
        }
        catch (JsonException fault)
        {
            throw new SimulationException("backtest_unreadable", $"{name} is not a backtest: {fault.Message}", fault);
        }
    }
}

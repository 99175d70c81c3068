using System.Text.Json.Nodes;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Simulations.Backtests;

namespace Numerai.Cli.Governance.Backtests;

/// <summary>The report that a proposal names.</summary>
internal static class BallotReport
{
    /// <summary>The file itself, or the report in a folder that `gov backtest` made.</summary>
    public static string FileOf(string folderOrFile) =>
        Directory.Exists(folderOrFile) ? Path.Combine(folderOrFile, BacktestFiles.Json) : folderOrFile;

    public static async Task<Backtest> NamedAsync(NumeraiClient client, int number, CancellationToken cancellation) =>
        (await client.Governance.GetProposalAsync(number, cancellation)).Backtest
        ?? throw new NumeraiApiException("backtest_not_found", $"Proposal {number} has no backtest.");

    /// <summary>The bytes that the server has, found to be those that the ballot names.</summary>
    public static async Task<byte[]> GetAsync(NumeraiClient client, Proposal proposal, CancellationToken cancellation)
    {
        var named = proposal.Backtest
            ?? throw new NumeraiApiException("backtest_not_found", $"Proposal {proposal.Number} has no backtest.");
        var bytes = await client.Governance.GetBacktestAsync(proposal.Number, cancellation);
        return BacktestFiles.Hash(bytes) is var hash && hash == named.Sha256
            ? bytes
            : throw new NumeraiApiException(
                "backtest_not_matched", $"The server sent {bytes.Length} bytes with the SHA-256 {hash}; proposal {proposal.Number} names "
                    + $"{named.Sha256}.");
    }

    /// <summary>Whether the report is about what the proposal does.</summary>
    public static bool Concerns(BacktestReport report, IEnumerable<ProposedAction> actions) => actions.Any(action =>
        action.Tournament == report.Tournament
        && action.Settings is { } settings && JsonNode.DeepEquals(JsonNode.Parse(settings.GetRawText()), report.Patch));

    public static string NameOf(BacktestReport report) =>
        $"{(string?)report.Scenario["name"]}, seed {report.Scenario["seed"]?.ToJsonString()}, simulator {report.Simulator}";
}

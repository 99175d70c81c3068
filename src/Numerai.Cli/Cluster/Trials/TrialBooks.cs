using System.Security.Cryptography;
using System.Text;
using Numerai.Client;
using Numerai.Client.Scores;
using Numerai.Contracts;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>All numbers a trial came to, as sorted lines: two runs are the same when these are.</summary>
internal sealed record TrialBooks(IReadOnlyList<string> Lines, Conservation Conservation, int Scores, int Payouts)
{
    private const int PageSize = 500;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines))))[..16];

    public static async Task<TrialBooks> ReadAsync(TrialRun run, TrialPlan plan, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var (scores, payouts) = (0, 0);
        for (var round = 1; round <= plan.Rounds; round++)
        {
            var number = round;
            var view = await run.Operator.CallAsync(
                client => client.Rounds.GetAsync(DefaultTournament.Number, number, cancellation), cancellation);
            lines.Add($"round {round} {view.Phase} {view.Submissions} {view.AtRisk} {view.PayoutFactor} {view.Paid} {view.Burned}");
            scores += await AddScoresAsync(lines, run, round, cancellation);
            var settlement = await run.Operator.CallAsync(
                client => client.Rounds.GetSettlementAsync(DefaultTournament.Number, number, cancellation), cancellation);
            payouts += settlement.Entries.Count;
            lines.AddRange(settlement.Entries.OrderBy(entry => entry.Model).Select(entry =>
                $"payout {round} {entry.Model} {entry.AtRisk} {entry.Multiplier} {entry.Payout} {entry.Burn}"));
        }

        for (var account = 0; account < plan.Accounts; account++)
        {
            var view = await run.Participants[account].CallAsync(client => client.Accounts.GetAsync(cancellation), cancellation);
            lines.Add($"account {view.Username} {view.Wallet} {view.LedgerHead.Sequence}");
            lines.AddRange(
                view.Models.OrderBy(model => model.Id).Select(
                    model => $"stake {model.Id} {model.Stake} {model.Pending} {model.AtRisk.Count}"));
        }

        var conservation = await run.Operator.CallAsync(client => client.Ledger.CheckConservationAsync(cancellation), cancellation);
        lines.Add(
            $"books {conservation.Issued} {conservation.Wallets} {conservation.Stakes} {conservation.Treasury} {conservation.Burned} "
                + $"{conservation.Difference}");
        return new TrialBooks(lines, conservation, scores, payouts);
    }

    private static async Task<int> AddScoresAsync(List<string> lines, TrialRun run, int round, CancellationToken cancellation)
    {
        var count = 0;
        while (true)
        {
            var offset = count;
            var page = await run.Operator.CallAsync(
                client => client.Scores.ListAsync(new ScoreFilter(DefaultTournament.Number, round), PageSize, offset, cancellation),
                cancellation);
            lines.AddRange(
                page.Items.Select(
                    score => $"score {round} {score.Day} {score.Model} {score.Name} {score.Value:R} {score.Percentile:R}"));
            count += page.Items.Count;
            if (!page.More)
            {
                return count;
            }
        }
    }
}

using System.Globalization;
using Numerai.Client;
using Numerai.Client.Scores;
using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures;

/// <summary>
/// What a tournament holds, as lines of text that later versions can say again: phases, amounts and numbers of things, not the shape
/// of answers.
/// </summary>
internal static class FixtureFacts
{
    public static readonly int[] Tournaments = [8, 11, 12];

    public static async Task<SortedDictionary<string, string>> ReadAsync(FixtureClients clients)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var tournament in Tournaments)
        {
            await RoundsAsync(clients.Anybody, tournament, facts);
            await SettingsAsync(clients.Operator, tournament, facts);
        }

        foreach (var username in clients.Keys.Keys)
        {
            await AccountAsync(clients[username], username, facts);
        }

        await AgreementsAsync(clients.Anybody, facts);
        await GovernanceAsync(clients.Anybody, facts);
        await BooksAsync(clients.Anybody, facts);
        return facts;
    }

    private static async Task RoundsAsync(NumeraiClient client, int tournament, SortedDictionary<string, string> facts)
    {
        foreach (var round in (await client.Rounds.ListAsync(tournament)).Items)
        {
            var scores = (await client.Scores.ListAsync(new ScoreFilter(tournament, round.Number))).Items;
            facts[$"round {round.Id}"] = Text(
                $"{round.Phase}, {round.Submissions} submissions, {round.AtRisk} at risk, day {round.ScoredDay}, ")
                + Text($"{scores.Count} scores of {scores.Sum(score => score.Value):F6}, ")
                + $"paid {round.Paid}, burned {round.Burned}, root {round.MerkleRoot}";
            if (round.Phase == RoundPhase.Resolved)
            {
                var settlement = await client.Rounds.GetSettlementAsync(tournament, round.Number);
                facts[$"round {round.Id} entries"] = Text($"{settlement.Entries.Count}");
            }
        }
    }

    private static async Task SettingsAsync(NumeraiClient client, int tournament, SortedDictionary<string, string> facts)
    {
        var settings = await client.Operator.GetSettingsAsync(tournament);
        facts[$"settings {tournament}"] =
            Text($"version {settings.Version}, {settings.Scoring.Days} days, clip {settings.Payout.Clip}, ")
            + Text($"moves {settings.Stakes?.Moves}, portfolios {settings.Stakes?.Portfolios}, ")
            + Text($"{settings.Emission?.Periods.Length} emissions");
        facts[$"automation {tournament}"] = Text($"enabled {(await client.Operator.GetAutomationAsync(tournament)).Enabled}");
    }

    private static async Task AccountAsync(NumeraiClient client, string username, SortedDictionary<string, string> facts)
    {
        var account = await client.Accounts.GetAsync();
        facts[$"account {username}"] = Text($"{account.Wallet} in the wallet, {account.Held} held by {account.Holds.Count} holds, ")
            + Text($"{account.ApiKeys.Count} keys, ledger {account.LedgerHead.Sequence} {account.LedgerHead.Hash}");
        foreach (var model in account.Models)
        {
            var submissions = (await client.Submissions.ListAsync(model.Id.ToString())).Items;
            facts[$"model {model.Tournament} {model.Name}"] =
                Text($"stake {model.Stake}, pending {model.Pending}, at risk in {model.AtRisk.Count}: ")
                + string.Join(' ', submissions.Select(Text));
        }

        facts[$"webhooks {username}"] = Text($"{(await client.Webhooks.ListAsync()).Items.Count}");
    }

    private static async Task AgreementsAsync(NumeraiClient client, SortedDictionary<string, string> facts)
    {
        foreach (var entry in (await client.Agreements.ListAsync()).Items)
        {
            facts[$"agreement {entry.Kind} {entry.Id}"] = $"{entry.Phase}, stake {entry.Stake}, payment {entry.Payment}";
        }
    }

    private static async Task GovernanceAsync(NumeraiClient client, SortedDictionary<string, string> facts)
    {
        foreach (var proposal in (await client.Governance.ListAsync()).Items)
        {
            facts[$"proposal {proposal.Number}"] = Text($"{proposal.Phase}, supply {proposal.Supply}, {proposal.Records.Count} records, ")
                + Text($"{(await client.Governance.ListVotesAsync(proposal.Number)).Count} votes, snapshot {proposal.SnapshotSha256}");
        }
    }

    private static async Task BooksAsync(NumeraiClient client, SortedDictionary<string, string> facts)
    {
        var books = await client.Ledger.CheckConservationAsync();
        facts["books"] = Text($"{books.Issued} issued, {books.Wallets} wallets, {books.Stakes} stakes, {books.Pending} pending, ")
            + Text($"{books.Agreements} agreements, {books.Treasury} treasury, {books.Burned} burned");
        facts["ledger"] = Text($"{(await client.Ledger.ListAsync(limit: 1000)).Items.Count} entries");

        // A live alias is another name of a file that is listed by its own.
        facts["datasets"] = Text($"{(await client.Datasets.ListAsync()).Items.Select(file => file.File ?? file.Name).Distinct().Count()}");
        var checkpoint = (await client.Proofs.ListCheckpointsAsync(1)).Items[0];
        facts["checkpoint"] = Text($"{checkpoint.Number} {checkpoint.Hash}");
        facts["treasury"] = Text($"{(await client.Ledger.GetTreasuryAsync()).Emissions.Sum(emission => emission.Count)} emissions");
    }

    private static string Text(Submission submission) =>
        $"{submission.Round?.ToString() ?? "none"} {submission.Status} {(submission.Delayed ? "delayed" : "direct")}";

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}

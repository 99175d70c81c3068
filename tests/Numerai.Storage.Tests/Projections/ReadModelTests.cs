using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Standings.Rows;
using static Numerai.Storage.Tests.Projections.Publishing;

namespace Numerai.Storage.Tests.Projections;

public class ReadModelTests : IAsyncDisposable
{
    private readonly Publishing _publishing;

    public ReadModelTests()
        : this(new Publishing())
    {
    }

    private protected ReadModelTests(Publishing publishing) => _publishing = publishing;

    [Fact]
    public async Task Accounts_and_models_are_seen_after_their_events_whichever_comes_first()
    {
        var ada = NamedUuid.Account("ada");
        await _publishing.SendAsync(
            $"participant/{ada}", Start, new AccountRegistered(ada, "ada"),
            new StakeChanged(Model("Lovelace"), Nmr.FromNmr(5), Nmr.Parse("0.5")));
        Assert.Empty(await _publishing.Read.ModelsAsync(null, null, 1000, 0));

        await _publishing.CreateModelAsync("ada", "Lovelace");
        await _publishing.CreateModelAsync("ada", "babbage");

        var expected = new ModelRow(
            Model("Lovelace"), TournamentId.Classic, "Lovelace", ada, "ada", Start, Nmr.FromNmr(5), Nmr.Parse("0.5"));
        Assert.Equal([ada], await _publishing.Read.AccountsAsync());
        Assert.Equal(expected, await _publishing.Read.FindModelAsync(TournamentId.Classic, "LOVELACE"));
        Assert.Null(await _publishing.Read.FindModelAsync(TournamentId.Signals, "lovelace"));
        Assert.Equal(
            ["babbage", "Lovelace"], (await _publishing.Read.ModelsAsync(TournamentId.Classic, ada, 1000, 0)).Select(row => row.Name));
        Assert.Empty(await _publishing.Read.ModelsAsync(TournamentId.Crypto, null, 1000, 0));
        Assert.Empty(await _publishing.Read.ModelsAsync(null, NamedUuid.Account("bob"), 1000, 0));
    }

    [Fact]
    public async Task A_round_goes_through_its_phases()
    {
        await _publishing.CreateModelAsync("ada", "one");
        await _publishing.RunRoundAsync(1, Start, new Result("one", 0.01, 0.02, "0.5"));
        await _publishing.SendAsync("round/8/2", Start, new RoundScheduled(Round(2), Start, Start.AddHours(1), Start.AddDays(30)));
        await _publishing.SendAsync("round/8/2", Start, new RoundOpened(Round(2), Start, Start.AddHours(1), Start.AddDays(30)));
        await _publishing.SendAsync("round/8/3", Start, new RoundScheduled(Round(3), Start, Start.AddHours(1), Start.AddDays(30)));
        await _publishing.SendAsync("round/8/3", Start, new RoundOpened(Round(3), Start, Start.AddHours(1), Start.AddDays(30)));
        await _publishing.SendAsync("round/8/3", Start, new RoundCancelled(Round(3), "no data"));

        var rounds = await _publishing.Read.RoundsAsync(TournamentId.Classic, 10, 0);

        Assert.Equal([3, 2, 1], rounds.Select(round => round.Id.Number));
        Assert.Equal([RoundPhase.Cancelled, RoundPhase.Open, RoundPhase.Resolved], rounds.Select(round => round.Phase));
        Assert.Equal(
            new RoundRow(
                Round(1), RoundPhase.Resolved, Start.AddDays(-30), Start.AddDays(-29), Start, 1, Nmr.FromNmr(1), 0.5m, 1, Nmr.FromNmr(3),
                Nmr.FromNmr(2), "root"),
            rounds[2]);
        Assert.Equal(2, Assert.Single(await _publishing.Read.RoundsAsync(null, 1, 1)).Id.Number);
        Assert.Empty(await _publishing.Read.RoundsAsync(TournamentId.Signals, 10, 0));
    }

    [Fact]
    public async Task Scores_are_found_by_every_filter_in_the_promised_order()
    {
        await _publishing.CreateModelAsync("ada", "one");
        await _publishing.CreateModelAsync("bob", "two");
        await _publishing.RunRoundAsync(1, Start, new Result("one", 0.01, 0.02), new Result("two", -0.01, null));
        await _publishing.RunRoundAsync(2, Start.AddDays(1), new Result("one", 0.03, 0.04));
        var all = new ScoreQuery(null, null, null, null, null, 100, 0);

        var rows = await _publishing.Read.ScoresAsync(all);

        Assert.Equal(5, rows.Count);
        Assert.Equal(
            rows.OrderByDescending(row => row.Round).ThenBy(row => row.Model).ThenBy(row => row.Score, StringComparer.Ordinal), rows);
        Assert.Equal(
            new ScoreRow(Round(2), 1, true, Model("one"), "one", "ada", "corr", 0.03, 0.5, Start.AddDays(1)), rows[0]);
        Assert.Equal([-0.01], await ValuesAsync(all with { Model = Model("two") }));
        Assert.Equal(3, (await ValuesAsync(all with { Round = Round(1) })).Count());
        Assert.Equal([0.04, 0.02], await ValuesAsync(all with { Score = "mmc", Tournament = TournamentId.Classic }));
        Assert.Equal(5, (await ValuesAsync(all with { Day = 0 })).Count());
        Assert.Equal(5, (await ValuesAsync(all with { Day = 1 })).Count());
        Assert.Empty(await ValuesAsync(all with { Day = 2 }));
        Assert.Empty(await ValuesAsync(all with { Tournament = TournamentId.Crypto }));
        Assert.Single(await ValuesAsync(all with { Limit = 3, Offset = 4 }));
    }

    [Fact]
    public async Task Payouts_are_found_by_model_and_round()
    {
        await _publishing.CreateModelAsync("ada", "one");
        await _publishing.RunRoundAsync(
            1, Start, new Result("one", 0.01, 0.02, "0.123456789012345678"), new Result("two", -0.01, null, Burn: "0.2"));
        await _publishing.RunRoundAsync(2, Start.AddDays(1), new Result("one", 0.01, 0.02, "0.1"));

        var ofOne = await _publishing.Read.PayoutsAsync(Model("one"), null);

        Assert.Equal([2, 1], ofOne.Select(row => row.Round.Number));
        Assert.Equal(
            new PayoutRow(
                Round(1),
                Model("one"),
                "one",
                "ada",
                Nmr.FromNmr(10),
                0.0123m,
                Nmr.Parse("0.123456789012345678"),
                Nmr.Zero,
                Start), ofOne[1]);
        Assert.Equal(Nmr.Parse("0.2"), Assert.Single(await _publishing.Read.PayoutsAsync(Model("two"), Round(1))).Burn);
        Assert.Equal(3, (await _publishing.Read.PayoutsAsync(null, null)).Count);
        Assert.Single(await _publishing.Read.PayoutsAsync(null, Round(2)));
    }

    [Fact]
    public async Task The_ledger_keeps_its_entries_whole_and_sums_its_accounts()
    {
        var (first, head) = LedgerChain.Append(
            "treasury", LedgerHead.Genesis, "mint/1", LedgerReason.Mint, LedgerAccounts.Issued, LedgerAccounts.Treasury, Nmr.FromNmr(100),
            null, Start);
        var (second, _) = LedgerChain.Append(
            "treasury", head, "burn/1", LedgerReason.Burn, LedgerAccounts.Treasury, LedgerAccounts.Burned,
            Nmr.Parse("0.000000000000000001"), Round(1), Start);
        var (other, _) = LedgerChain.Append(
            "ada", LedgerHead.Genesis, "deposit/1", LedgerReason.Deposit, LedgerAccounts.Issued, "wallet:ada", Nmr.FromNmr(7), null, Start);
        await _publishing.SendAsync("treasury/treasury", Start, new LedgerEntryPosted(first), new LedgerEntryPosted(second));
        await _publishing.SendAsync("participant/ada", Start, new LedgerEntryPosted(other));

        var chain = await _publishing.Read.LedgerAsync("treasury", 10, 0);
        Assert.Equal([first, second], chain);
        Assert.True(LedgerChain.Follows(head, chain[1]));
        Assert.Equal([first, second, other], await _publishing.Read.LedgerAsync(null, 10, 0));
        Assert.Equal([second], await _publishing.Read.LedgerAsync(null, 1, 1));
        var balances = await _publishing.Read.LedgerBalancesAsync();
        Assert.Equal(Nmr.FromNmr(-107), balances[LedgerAccounts.Issued]);
        Assert.Equal(Nmr.Parse("99.999999999999999999"), balances[LedgerAccounts.Treasury]);
        Assert.Equal(Nmr.Zero, balances.Values.Aggregate(Nmr.Zero, (sum, balance) => sum + balance));
    }

    public ValueTask DisposeAsync() => _publishing.DisposeAsync();

    private async Task<IEnumerable<double?>> ValuesAsync(ScoreQuery query) =>
        (await _publishing.Read.ScoresAsync(query)).Select(row => row.Value);
}

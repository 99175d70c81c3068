using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Agreements.Escrows;
using Numerai.Tournament.Agreements.Feeds;
using Numerai.Tournament.Ledger.Audit;

namespace Numerai.Behaviour;

/// <summary>Agreements, escrows and feeds as their parties meet them, over any host.</summary>
public abstract class AgreementSuite
{
    public static readonly AccountId Seller = NamedUuid.Account("seller");
    public static readonly AccountId Buyer = NamedUuid.Account("buyer");

    private static readonly string _metadata = Convert.ToHexStringLower(SHA256.HashData("what is sold"u8));

    protected abstract Task<ITournamentHost> StartAsync();

    [Fact]
    public async Task A_sale_goes_through_escrow_into_an_agreement_and_every_NMR_is_accounted_for()
    {
        await using var host = await StartAsync();
        await PrepareAsync(host);

        var agreement = await SellAsync(host);

        var view = (await host.Actors.Agreement(agreement).GetAsync()).Require();
        Assert.Equal((AgreementPhase.Ended, Nmr.FromNmr(6)), (view.Phase, view.Burned));
        Assert.Equal(Nmr.FromNmr(101), (await host.Actors.Participant(Seller).GetAsync()).Require().Wallet);
        Assert.Equal(Nmr.FromNmr(93), (await host.Actors.Participant(Buyer).GetAsync()).Require().Wallet);
        await host.SettleAsync();
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, report.ToString());
        Assert.Equal(Nmr.FromNmr(6), report.Burned);
        var registry = await host.ReadModel.AgreementsAsync(null, Buyer, 10, 0);
        Assert.Equal(["Ended", "Finalised"], registry.Select(row => row.Phase).Order(StringComparer.Ordinal));
        Assert.Empty(await host.ReadModel.AgreementsAsync(AgreementKinds.Feed, null, 10, 0));
    }

    [Fact]
    public async Task A_repeated_command_changes_nothing_and_another_one_under_its_id_is_refused()
    {
        await using var host = await StartAsync();
        await PrepareAsync(host);
        var agreement = host.Actors.Agreement(NamedUuid.Agreement(Seller, "one"));
        var terms = new AgreementTerms(AgreementType.Simple, Seller, Buyer, new GriefRatio(GriefRatioType.Infinite, 0), null, _metadata);
        (await agreement.CreateAsync(new CreateAgreement(Seller, terms))).Require();
        (await agreement.CreateAsync(new CreateAgreement(Seller, terms))).Require();
        Assert.Equal(
            RefusalCodes.AgreementExists,
            (await agreement.CreateAsync(new CreateAgreement(Buyer,
                terms with { Type = AgreementType.Countdown, Countdown = TimeSpan.FromDays(1) }))).Refusal?.Code);

        var deposit = new AgreementCommand("d", Seller, AgreementAction.Deposit, Nmr.FromNmr(10));
        (await agreement.ActAsync(deposit)).Require();
        await host.RestartAsync();
        agreement = host.Actors.Agreement(NamedUuid.Agreement(Seller, "one"));
        Assert.Equal(Nmr.FromNmr(10), (await agreement.ActAsync(deposit)).Require().Stake);
        Assert.Equal(RefusalCodes.CommandReused, (await agreement.ActAsync(deposit with { Amount = Nmr.FromNmr(1) })).Refusal?.Code);
        Assert.Equal(Nmr.FromNmr(90), (await host.Actors.Participant(Seller).GetAsync()).Require().Wallet);
        Assert.Equal(
            RefusalCodes.AccountNotFound,
            (await host.Actors.Agreement(NamedUuid.Agreement(Seller, "two")).CreateAsync(
                new CreateAgreement(Seller, terms with { Counterparty = NamedUuid.Account("nobody") }))).Refusal?.Code);
        Assert.Equal(
            RefusalCodes.AgreementNotFound,
            (await host.Actors.Agreement(NamedUuid.Agreement(Seller, "none")).ActAsync(deposit)).Refusal?.Code);
    }

    [Fact]
    public async Task A_feed_keeps_posts_in_order_and_reveals_only_what_was_hashed()
    {
        await using var host = await StartAsync();
        await PrepareAsync(host);
        var id = NamedUuid.Feed(Seller, "signal");
        var feed = host.Actors.Feed(id);
        (await feed.CreateAsync(new CreateFeed(Seller, "signal", _metadata))).Require();
        var count = FeedState.PageSize + 2;
        for (var index = 0; index < count; index++)
        {
            (await feed.PostAsync(new PostToFeed(Seller, FeedProof.Of(Seller, Salt(index), Data(index))))).Require();
        }

        var first = (await feed.PostsAsync(0, 10)).Require();
        var last = (await feed.PostsAsync(count - 3, 10)).Require();
        Assert.Equal((count, 10, 3), (first.Total, first.Posts.Length, last.Posts.Length));
        Assert.Equal(FeedProof.HeadOf(last.Posts[0].Head, last.Posts[1].Proof, last.Posts[1].Time), last.Posts[1].Head);

        var reveals = new FeedReveals(host.Actors, host.Objects);
        Assert.True((await reveals.RevealAsync(Seller, id, 5, Salt(5), Data(5))).Require().Revealed);
        Assert.True((await reveals.RevealAsync(Seller, id, 5, Salt(5), Data(5))).Require().Revealed);
        Assert.Equal(RefusalCodes.PostNotMatched, (await reveals.RevealAsync(Seller, id, 6, Salt(5), Data(5))).Refusal?.Code);
        Assert.Equal(RefusalCodes.FeedNotOwned, (await reveals.RevealAsync(Buyer, id, 6, Salt(6), Data(6))).Refusal?.Code);
        Assert.Equal(RefusalCodes.PostNotFound, (await reveals.RevealAsync(Seller, id, count, Salt(6), Data(6))).Refusal?.Code);
        Assert.Equal(RefusalCodes.FeedNotOwned, (await feed.PostAsync(new PostToFeed(Buyer, Salt(1)))).Refusal?.Code);
        Assert.Equal((count, 1), ((await feed.GetAsync()).Require().Posts, (await feed.GetAsync()).Require().Revealed));
    }

    public static async Task PrepareAsync(ITournamentHost host)
    {
        foreach (var (account, name) in new[] { (Seller, "seller"), (Buyer, "buyer") })
        {
            var key = new AddApiKey($"{name.ToUpperInvariant()}KEY".PadRight(32, 'A'), new string('0', 64), "first", ["read"]);
            (await host.Actors.Participant(account).RegisterAsync(new RegisterAccount(name, key))).Require();
            (await host.Actors.Participant(account).DepositAsync(new Deposit("first", Nmr.FromNmr(100)))).Require();
        }
    }

    /// <summary>Escrow of 20 for 5, delivered, punished by 4 at the ratio 0.5, retrieved.</summary>
    public static async Task<AgreementId> SellAsync(ITournamentHost host, Func<Func<Task>, Task>? attempt = null)
    {
        attempt ??= work => work();
        var id = NamedUuid.Escrow(Seller, "sale");
        var terms = new EscrowTerms(
            Seller, Buyer, Nmr.FromNmr(20), Nmr.FromNmr(5), new GriefRatio(GriefRatioType.Decimal, 0.5m), TimeSpan.FromDays(7),
            TimeSpan.FromDays(2), _metadata);
        await attempt(async () => (await host.Actors.Escrow(id).CreateAsync(new CreateEscrow(Seller, terms))).Require());
        await ActAsync("s", Seller, EscrowAction.DepositStake);
        await ActAsync("p", Buyer, EscrowAction.DepositPayment);
        await ActAsync("f", Seller, EscrowAction.Finalise);
        var agreement = NamedUuid.AgreementOf(id);
        await attempt(async () => (await host.Actors.Agreement(agreement).ActAsync(
            new AgreementCommand("punish", Buyer, AgreementAction.Punish, Nmr.FromNmr(4)))).Require());
        await attempt(() => host.AdvanceToAsync(TinyTournament.Start + TimeSpan.FromDays(8)));
        await attempt(async () => (await host.Actors.Agreement(agreement).ActAsync(
            new AgreementCommand("retrieve", Seller, AgreementAction.Retrieve, Nmr.Zero))).Require());
        return agreement;

        Task ActAsync(string command, AccountId caller, EscrowAction action) => attempt(async () =>
            (await host.Actors.Escrow(id).ActAsync(new EscrowCommand(command, caller, action,
                action == EscrowAction.Finalise ? _metadata : null))).Require());
    }

    private static string Salt(int index) => index.ToString("x64");

    private static byte[] Data(int index) => Encoding.UTF8.GetBytes($"prediction {index}");
}

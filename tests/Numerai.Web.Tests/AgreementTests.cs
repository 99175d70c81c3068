using System.Net;
using System.Security.Cryptography;
using System.Text;
using Numerai.Client.Agreements;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>Agreements, escrows and feeds through the SDK, on a real server.</summary>
public sealed class AgreementTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string _metadata = Convert.ToHexStringLower(SHA256.HashData("a weekly signal"u8));

    [Fact]
    public async Task A_countdown_agreement_runs_its_course_and_refuses_what_its_state_does_not_allow()
    {
        var staker = await server.RegisterAsync("staker", "50");
        var counterparty = await server.RegisterAsync("counterparty", "50");
        var (mine, theirs) = (staker.Client.Agreements, counterparty.Client.Agreements);
        var agreement = await mine.CreateAsync(new NewAgreement(
            AgreementType.Countdown, staker.Username, counterparty.Username, GriefRatioType.Decimal, _metadata, 0.25m,
            TimeSpan.FromDays(3)));
        await mine.ActAsync(agreement.Id, AgreementAction.Deposit, Nmr.FromNmr(20));
        await theirs.ActAsync(agreement.Id, AgreementAction.Reward, Nmr.FromNmr(1));
        await theirs.ActAsync(agreement.Id, AgreementAction.Punish, Nmr.FromNmr(8));
        var early = await Refused.WithAsync(
            "agreement_wrong_state", HttpStatusCode.Conflict, () => mine.ActAsync(agreement.Id, AgreementAction.Retrieve));
        Assert.Contains("is active", early.Message, StringComparison.Ordinal);
        var counting = await mine.ActAsync(agreement.Id, AgreementAction.StartCountdown);
        Assert.Equal(AgreementPhase.CountingDown, counting.Phase);
        var during = await Refused.WithAsync(
            "agreement_wrong_state", HttpStatusCode.Conflict, () => mine.ActAsync(agreement.Id, AgreementAction.Retrieve));
        Assert.Contains("counting down until", during.Message, StringComparison.Ordinal);
        await server.Operator.Operator.AdvanceClockAsync(counting.Deadline!.Value);
        var late = await Refused.WithAsync(
            "agreement_wrong_state", HttpStatusCode.Conflict, () =>
                theirs.ActAsync(agreement.Id, AgreementAction.Punish, Nmr.FromNmr(1)));
        Assert.Contains("expired since", late.Message, StringComparison.Ordinal);
        Assert.Equal("expired", (await mine.ListAsync("countdown", staker.Username)).Items[0].Phase);

        var ended = await mine.ActAsync(agreement.Id, AgreementAction.Retrieve);

        Assert.Equal((AgreementPhase.Ended, Nmr.FromNmr(10)), (ended.Phase, ended.Burned));
        var reward = await Refused.WithAsync(
            "agreement_wrong_state", HttpStatusCode.Conflict, () =>
                theirs.ActAsync(agreement.Id, AgreementAction.Reward, Nmr.FromNmr(1)));
        Assert.Contains("is ended", reward.Message, StringComparison.Ordinal);
        Assert.Equal(Nmr.FromNmr(43), (await staker.Client.Accounts.GetAsync()).Wallet);
        Assert.Equal(Nmr.FromNmr(47), (await counterparty.Client.Accounts.GetAsync()).Wallet);
        Assert.True((await server.Operator.Ledger.CheckConservationAsync()).Holds);
    }

    [Fact]
    public async Task A_sale_is_paid_on_delivery_and_a_repeated_command_pays_once()
    {
        var seller = await server.RegisterAsync("seller", "50");
        var buyer = await server.RegisterAsync("buyer", "50");
        var terms = new NewEscrow(
            seller.Username, buyer.Username, Nmr.FromNmr(10), Nmr.FromNmr(4), GriefRatioType.Infinite, TimeSpan.FromDays(5),
            TimeSpan.FromDays(1), _metadata);
        var escrow = await buyer.Client.Agreements.CreateEscrowAsync(terms, "sale");
        Assert.Equal(escrow.Id, (await buyer.Client.Agreements.CreateEscrowAsync(terms, "sale")).Id);
        await seller.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.DepositStake);
        await Refused.WithAsync(
            "agreement_wrong_party", HttpStatusCode.Forbidden, () =>
                seller.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.DepositPayment));
        await buyer.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.DepositPayment);
        await Refused.WithAsync(
            "agreement_wrong_state", HttpStatusCode.Conflict, () =>
                buyer.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.Cancel));

        var finalised = await seller.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.Finalise, _metadata, "done");
        await seller.Client.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.Finalise, _metadata, "done");

        Assert.Equal(Nmr.FromNmr(44), (await seller.Client.Accounts.GetAsync()).Wallet);
        var agreement = await buyer.Client.Agreements.GetAsync(finalised.Agreement!.Value);
        Assert.Equal((AgreementPhase.CountingDown, Nmr.FromNmr(10)), (agreement.Phase, agreement.Stake));
        Assert.True((await server.Operator.Ledger.CheckConservationAsync()).Holds);
    }

    [Fact]
    public async Task A_feed_proves_first_and_reveals_later()
    {
        var author = await server.RegisterAsync("author");
        var account = (await author.Client.Accounts.GetAsync()).Id;
        var data = Encoding.UTF8.GetBytes("id,prediction\na,0.5\n");
        var salt = FeedProofs.NewSalt();
        var feed = await author.Client.Feeds.CreateAsync("signal", _metadata);
        var post = await author.Client.Feeds.PostAsync(feed.Id, FeedProofs.Of(account, salt, data));
        using var hidden = await server.SendAsync(HttpMethod.Get, $"/api/v1/feeds/{feed.Id}/posts/0/content");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        await Refused.WithAsync(
            "post_not_matched", HttpStatusCode.UnprocessableEntity, () =>
                author.Client.Feeds.RevealAsync(feed.Id, post.Index, FeedProofs.NewSalt(), data));

        Assert.True((await author.Client.Feeds.RevealAsync(feed.Id, post.Index, salt, data)).Revealed);

        using var content = await server.SendAsync(HttpMethod.Get, $"/api/v1/feeds/{feed.Id}/posts/0/content");
        Assert.Equal($"{salt}\n{Encoding.UTF8.GetString(data)}", await content.Content.ReadAsStringAsync());
        Assert.True((await author.Client.Feeds.ListAsync(feed.Id)).Items[0].Revealed);
    }

    [Fact]
    public async Task What_cannot_be_understood_is_refused_with_a_sentence()
    {
        var staker = await server.RegisterAsync("staker", "50");
        var other = await server.RegisterAsync("other");
        var terms = new NewAgreement(AgreementType.Simple, staker.Username, other.Username, GriefRatioType.None, _metadata);
        await Refused.WithAsync(
            "account_not_found", HttpStatusCode.NotFound, () =>
                staker.Client.Agreements.CreateAsync(terms with { Counterparty = "nobody-at-all" }));
        await Refused.WithAsync(
            "invalid_ratio", HttpStatusCode.BadRequest, () =>
                staker.Client.Agreements.CreateAsync(terms with { RatioType = GriefRatioType.Decimal, Ratio = 2_000_000m }));
        await Refused.WithAsync(
            "invalid_request", HttpStatusCode.BadRequest, () => staker.Client.Agreements.CreateAsync(terms with { Metadata = "x" }));
        await Refused.WithAsync(
            "agreement_not_found", HttpStatusCode.NotFound, () => staker.Client.Agreements.GetAsync(new AgreementId(Guid.NewGuid())));
        await Refused.WithAsync("invalid_request", HttpStatusCode.BadRequest, () => staker.Client.Agreements.ListAsync("loan"));
        var agreement = await staker.Client.Agreements.CreateAsync(terms);
        await Refused.WithAsync(
            "balance_insufficient",
            HttpStatusCode.UnprocessableEntity,
            () => staker.Client.Agreements.ActAsync(agreement.Id, AgreementAction.Deposit, Nmr.FromNmr(51)));
        await Refused.WithAsync(
            "invalid_amount", HttpStatusCode.BadRequest, () => staker.Client.Agreements.ActAsync(agreement.Id, AgreementAction.Deposit));
    }
}

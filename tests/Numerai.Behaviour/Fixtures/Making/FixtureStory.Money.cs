using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Numerai.Client;
using Numerai.Client.Agreements;
using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures.Making;

/// <summary>What happens beside the rounds.</summary>
internal sealed partial class FixtureStory
{
    private static readonly string _metadata = Hash("a weekly signal");

    /// <summary>
    /// The first proposal, with its report on the ballot, is voted for, queued and executed; it takes until the first rounds open.
    /// </summary>
    private async Task PassProposalAsync()
    {
        var (author, report) = (clients["ada"].Governance, Encoding.UTF8.GetBytes("""{"a":"report"}"""));
        var proposal = await author.ProposeAsync(
            "A narrower clip",
            "Reasons.",
            [
                ProposedAction.ChangeSettings(Classic, JsonElement.Parse("""{"payout":{"clip":"0.04"}}""")),
                ProposedAction.GrantRole(CouncilRole.PublishData, "cyd"),
            ],
            new Backtest("report", null, Convert.ToHexStringLower(SHA256.HashData(report))));
        await author.PutBacktestAsync(proposal.Number, report);
        await clients["cyd"].Governance.DelegateAsync("bob");
        await _rounds.AdvanceAsync(proposal.VotingStarts);
        await author.VoteAsync(proposal.Number, VoteChoice.For);
        await clients["bob"].Governance.VoteAsync(proposal.Number, VoteChoice.Against);
        await clients["cyd"].Governance.VoteAsync(proposal.Number, VoteChoice.For);
        await _rounds.AdvanceAsync(proposal.VotingEnds);
        await _rounds.AdvanceAsync((await author.QueueAsync(proposal.Number)).ExecutableFrom!.Value);
        await author.ExecuteAsync(proposal.Number);
    }

    /// <summary>
    /// While rounds are in flight: a move and a release that wait for them, holds, a withdrawal, keys, a webhook, a feed that is off.
    /// </summary>
    private async Task MoneyAsync()
    {
        var (ada, bob, cyd) = (clients["ada"], clients["bob"], clients["cyd"]);
        await bob.Stakes.MoveStakeAsync("bob_one", "bob_two", Nmr.FromNmr(50), "move");
        await cyd.Stakes.DecreaseStakeAsync("cyd_one", Nmr.FromNmr(25), "release");
        await bob.Accounts.WithdrawAsync(Nmr.Parse("5.5"), "out");
        var operators = clients.Operator.Operator;
        await operators.PlaceHoldAsync("bob", "Chargeback", Nmr.FromNmr(8), id: "standing");
        await operators.PlaceHoldAsync("bob", "A mistake", Nmr.FromNmr(1), id: "released");
        await operators.ReleaseHoldAsync("bob", "released");
        await operators.PlaceHoldAsync("cyd", "For a while", Nmr.FromNmr(3), (await NowAsync()).AddDays(20), "lapsing");
        await ada.Accounts.CreateKeyAsync("reader", ["read_user_info"]);
        await ada.Accounts.RevokeKeyAsync((await ada.Accounts.CreateKeyAsync("lost", ["stake"])).PublicId);
        await ada.Webhooks.CreateAsync("http://127.0.0.1:9/", ["round_opened", "payout_settled"]);
        await operators.SetAutomationAsync(Crypto, "https://example.org/feed");
        await operators.StopAutomationAsync(Crypto);
        await bob.Governance.ProposeAsync("Funds for a dataset", "Reasons.", [ProposedAction.GrantFunds("cyd", Nmr.FromNmr(5))]);
    }

    /// <summary>The second proposal has a vote and takes more; the third waits for its voting to start.</summary>
    private async Task OpenProposalsAsync()
    {
        await clients["ada"].Governance.VoteAsync(2, VoteChoice.For);
        await clients["ada"].Governance.ProposeAsync("Slower votes", "Reasons.", []);
    }

    /// <summary>
    /// A simple agreement that is active, one that counts down, one that has ended, an escrow that is paid, a feed with a hidden post.
    /// </summary>
    private async Task<(AgreementId Simple, AgreementId Escrow, AgreementId Feed, string Salt)> AgreementsAsync()
    {
        var (ada, bob, cyd) = (clients["ada"], clients["bob"], clients["cyd"]);
        var simple = await AgreeAsync("bob", "ada", AgreementType.Simple, 10);
        await ada.Agreements.ActAsync(simple, AgreementAction.Punish, Nmr.FromNmr(2), "punish");
        var counting = await AgreeAsync("ada", "bob", AgreementType.Countdown, 20);
        await bob.Agreements.ActAsync(counting, AgreementAction.Reward, Nmr.FromNmr(1), "reward");
        await ada.Agreements.ActAsync(counting, AgreementAction.StartCountdown, commandId: "count");
        var over = await AgreeAsync("bob", "cyd", AgreementType.Simple, 3);
        await cyd.Agreements.ActAsync(over, AgreementAction.Release, Nmr.FromNmr(3), "release all");
        var (countdown, delivery) = (TimeSpan.FromDays(5), TimeSpan.FromDays(9));
        var sale = new NewEscrow(
            "cyd", "ada", Nmr.FromNmr(10), Nmr.FromNmr(4), GriefRatioType.Infinite, countdown, delivery, _metadata);
        var escrow = (await ada.Agreements.CreateEscrowAsync(sale, "sale")).Id;
        await cyd.Agreements.ActOnEscrowAsync(escrow, EscrowAction.DepositStake, commandId: "escrow stake");
        await ada.Agreements.ActOnEscrowAsync(escrow, EscrowAction.DepositPayment, commandId: "escrow payment");
        var (feed, salt) = await FeedAsync(ada);
        return (simple, escrow, feed, salt);
    }

    private async Task<AgreementId> AgreeAsync(string staker, string counterparty, AgreementType type, int stake)
    {
        var countdown = type == AgreementType.Countdown ? TimeSpan.FromDays(3) : (TimeSpan?)null;
        var terms = new NewAgreement(type, staker, counterparty, GriefRatioType.Decimal, _metadata, 0.25m, countdown);
        var agreement = await clients[staker].Agreements.CreateAsync(terms, $"{staker} and {counterparty}");
        await clients[staker].Agreements.ActAsync(
            agreement.Id, AgreementAction.Deposit, Nmr.FromNmr(stake), $"deposit with {counterparty}");
        return agreement.Id;
    }

    private static async Task<(AgreementId Feed, string Salt)> FeedAsync(NumeraiClient author)
    {
        var account = (await author.Accounts.GetAsync()).Id;
        var feed = await author.Feeds.CreateAsync("signal", _metadata);
        var salt = FeedProofs.NewSalt();
        var first = await author.Feeds.PostAsync(feed.Id, FeedProofs.Of(account, salt, FixturePosts.First));
        await author.Feeds.RevealAsync(feed.Id, first.Index, salt, FixturePosts.First);
        await author.Feeds.PostAsync(feed.Id, FeedProofs.Of(account, salt, FixturePosts.Second));
        return (feed.Id, salt);
    }

    /// <summary>The books are compared and sealed, so that a later version finds the end of the history covered.</summary>
    private async Task ClosingEntriesAsync()
    {
        Assert.True((await clients.Operator.Operator.ReconcileAsync()).Holds);
        await clients.Operator.Proofs.MakeCheckpointAsync();
    }

    /// <summary>The server's time, as its own comparison of the books says it.</summary>
    private async Task<DateTimeOffset> NowAsync() => (await clients.Operator.Operator.ReconcileAsync()).Time;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

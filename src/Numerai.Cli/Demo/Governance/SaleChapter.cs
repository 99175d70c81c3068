using System.Security.Cryptography;
using System.Text;
using Numerai.Client.Agreements;
using Numerai.Contracts;

namespace Numerai.Cli.Demo.Governance;

/// <summary>Ada stakes on the quality of a signal and sells it to Ben through an escrow; he finds it wanting and punishes.</summary>
internal sealed class SaleChapter(GovernanceStage stage)
{
    private const string Salt = "5a17000000000000000000000000000000000000000000000000000000005a17";
    private static readonly TimeSpan _delivery = TimeSpan.FromDays(2);
    private static readonly TimeSpan _judgement = TimeSpan.FromDays(7);

    private Transcript Transcript => stage.Transcript;

    public async Task TellAsync()
    {
        Transcript.Chapter("A signal is sold");
        var (ada, ben) = (stage.Of("ada"), stage.Of("ben"));
        var signal = stage.Market.Predictions(new Holder("ada", 0, 0, 0.02), 4);
        var author = (await ada.Accounts.GetAsync(stage.Cancellation)).Id;
        var feed = await ada.Feeds.CreateAsync("weekly_signal", Hash("Ada's weekly signal"), stage.Cancellation);
        var post = await ada.Feeds.PostAsync(feed.Id, FeedProofs.Of(author, Salt, signal), stage.Cancellation);
        Transcript.Say($"ada posts the proof of next week's signal to her feed: {post.Proof}.");
        var escrow = await ada.Agreements.CreateEscrowAsync(
            new NewEscrow(
                "ada",
                "ben",
                Nmr.FromNmr(20),
                Nmr.FromNmr(5),
                GriefRatioType.Decimal,
                _judgement,
                _delivery,
                Hash("Next week's signal, CORR above 0.02"),
                0.5m),
            "demo-sale",
            stage.Cancellation);
        await ada.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.DepositStake, null, "demo-stake", stage.Cancellation);
        await ben.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.DepositPayment, null, "demo-payment", stage.Cancellation);
        Transcript.Say($"Escrow: ada stakes 20 NMR on the signal's quality, ben deposits the price of 5.");
        await stage.RefusedAsync(
            "ben would take his 5 NMR back",
            "agreement_wrong_state",
            () => ben.Agreements.ActOnEscrowAsync(escrow.Id, EscrowAction.Cancel, null, "demo-cancel", stage.Cancellation));
        var delivered = await ada.Agreements.ActOnEscrowAsync(
            escrow.Id, EscrowAction.Finalise, Convert.ToHexStringLower(SHA256.HashData(signal)), "demo-finalise", stage.Cancellation);
        Transcript.Say($"ada sends ben signal and salt and finalises: she has the 5 NMR, her stake answers for the signal for 7 days.");
        var posted = (await ben.Feeds.ListAsync(feed.Id, cancellation: stage.Cancellation)).Items[post.Index];
        if (posted.Proof != FeedProofs.Of(author, Salt, signal))
        {
            throw new InvalidOperationException($"The feed has the proof {posted.Proof}, which is not that of the delivered signal.");
        }

        Transcript.Say(
            $"ben checks the file against the proof in the feed, posted {posted.Time.UtcDateTime:yyyy-MM-dd HH:mm}: it is that one.");
        await JudgeAsync(delivered.Agreement!.Value);
    }

    private async Task JudgeAsync(AgreementId id)
    {
        var (ada, ben) = (stage.Of("ada"), stage.Of("ben"));
        await stage.RefusedAsync(
            "ada would take her stake back", "agreement_wrong_state", () =>
                ada.Agreements.ActAsync(id, AgreementAction.Retrieve, null, "demo-early", stage.Cancellation));
        var punished = await ben.Agreements.ActAsync(id, AgreementAction.Punish, Nmr.FromNmr(4), "demo-punish", stage.Cancellation);
        Transcript.Say(
            $"The signal was poor. ben punishes by 4 NMR at the ratio 0.5: {punished.Burned} NMR burn, 4 of ada's and 2 of his own; "
                + $"{punished.Stake} are left.");
        await stage.AdvanceAsync(punished.Deadline!.Value);
        await stage.RefusedAsync(
            "ben would punish once more", "agreement_wrong_state", () =>
                ben.Agreements.ActAsync(id, AgreementAction.Punish, Nmr.FromNmr(1), "demo-late", stage.Cancellation));
        var ended = await ada.Agreements.ActAsync(id, AgreementAction.Retrieve, null, "demo-retrieve", stage.Cancellation);
        Transcript.Say($"The countdown is over; ada retrieves the rest. The agreement has {ended.Phase.ToString().ToLowerInvariant()}.");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

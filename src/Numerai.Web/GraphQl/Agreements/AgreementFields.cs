using System.Globalization;
using Numerai.Contracts;
using Numerai.Web.Agreements;
using Numerai.Web.GraphQl.Fields;

namespace Numerai.Web.GraphQl.Agreements;

/// <summary>The registry, griefing agreements, escrows, feeds.</summary>
internal static class AgreementFields
{
    private static readonly Access _party = new(Scopes.Stake);

    public static void Add(FieldMaker queries, FieldMaker mutations)
    {
        queries.AddPages<AgreementEntry>(
            "agreements",
            "The registry of agreements, escrows and feeds, newest first. 'kind' is simple, countdown, escrow or feed; 'party' an "
                + "account's id or username.",
            AgreementEndpoints.ListAsync,
            entry => entry.Id.ToString());
        queries.Add("agreement", "One griefing agreement.", AgreementEndpoints.GetAsync);
        queries.Add("escrow", "One escrow.", EscrowEndpoints.GetAsync);
        queries.Add("feed", "One feed.", FeedEndpoints.GetAsync);
        queries.AddPages<FeedPost>(
            "feedPosts", "Posts of a feed, oldest first, at most 128 a page.", FeedEndpoints.ListAsync, post =>
                post.Index.ToString(CultureInfo.InvariantCulture));
        queries.Add("feedPostContent", "What was revealed of a post.", FeedContent.ReadAsync);

        mutations.Add(
            "createAgreement", "Make a griefing agreement; the same commandId gives the same one.", AgreementEndpoints.CreateAsync, _party);
        mutations.Add(
            "actOnAgreement",
            "Deposit, reward, release, punish, start the countdown or retrieve; the same commandId again changes nothing.",
            AgreementEndpoints.ActAsync,
            _party);
        mutations.Add("createEscrow", "Make an escrow; the same commandId gives the same one.", EscrowEndpoints.CreateAsync, _party);
        mutations.Add(
            "actOnEscrow", "Deposit the stake or the payment, finalise, cancel or time out; the same commandId again changes nothing.",
            EscrowEndpoints.ActAsync, _party);
        mutations.Add("createFeed", "Open a feed; the same name gives the same one.", FeedEndpoints.CreateAsync, _party);
        mutations.Add("postToFeed", "Append a proof.", FeedEndpoints.PostAsync, _party);
        mutations.Add(
            "revealPost",
            "Publish salt and data (base64) of a post; they are checked against its proof.",
            FeedEndpoints.RevealAsync,
            _party);
    }
}

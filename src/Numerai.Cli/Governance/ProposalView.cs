using System.Globalization;
using Numerai.Cli.Agreements;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Governance;

internal static class ProposalView
{
    public static DetailView<Proposal> Detail { get; } = new DetailView<Proposal>()
        .Field("proposal", proposal => $"{proposal.Number}: {proposal.Title}")
        .Field("phase", proposal => AgreementView.Name(proposal.Phase))
        .Field("author", proposal => proposal.Author.ToString())
        .Field("text", proposal => proposal.Text.ReplaceLineEndings("\n").Split('\n')[0])
        .Field("actions", proposal => string.Join("; ", proposal.Actions.Select(Describe)))
        .Field(
            "backtest", proposal => proposal.Backtest is { } backtest ? $"{backtest.Name} {backtest.Url} SHA-256 {backtest.Sha256}" : null)
        .Field("voting", proposal => $"{Format.Time(proposal.VotingStarts)} to {Format.Time(proposal.VotingEnds)}")
        .Field("executable from", proposal => proposal.ExecutableFrom is { } from ? Format.Time(from) : null)
        .Field("expires", proposal => proposal.Expires is { } expires ? Format.Time(expires) : null)
        .Field("for", proposal => proposal.Tally is { } tally ? $"{tally.For} NMR" : null)
        .Field("against", proposal => proposal.Tally is { } tally ? $"{tally.Against} NMR" : null)
        .Field("abstain", proposal => proposal.Tally is { } tally ? $"{tally.Abstain} NMR" : null)
        .Field("quorum", proposal => $"{proposal.Quorum} of {proposal.Supply} NMR")
        .Field("snapshot", proposal => $"SHA-256 {proposal.SnapshotSha256}")
        .Field("cancelled", proposal => proposal.CancelReason is { } reason ? $"by {proposal.CancelledBy}: {reason}" : null)
        .Field("done", proposal => string.Join("; ", proposal.Records.Select(record => $"{record.Index}: {record.Outcome}")));

    public static TableView<Proposal> Table { get; } = new TableView<Proposal>("No proposals.")
        .Number("number", proposal => Format.Number(proposal.Number))
        .Text("phase", proposal => AgreementView.Name(proposal.Phase))
        .Text("title", proposal => proposal.Title)
        .Text("voting ends", proposal => Format.Time(proposal.VotingEnds))
        .Number("for", proposal => proposal.Tally?.For.ToString())
        .Number("against", proposal => proposal.Tally?.Against.ToString());

    public static TableView<Vote> Votes { get; } = new TableView<Vote>("No votes.")
        .Text("account", vote => vote.Account.ToString())
        .Text("vote", vote => AgreementView.Name(vote.Choice))
        .Number("power", vote => vote.Power.ToString())
        .Text("time", vote => Format.Time(vote.Time));

    public static DetailView<GovernanceInfo> Info { get; } = new DetailView<GovernanceInfo>()
        .Field("proposals", info => Format.Number(info.Proposals))
        .Field("voting delay", info => info.Rules.VotingDelay.ToString())
        .Field("voting period", info => info.Rules.VotingPeriod.ToString())
        .Field("quorum", info => $"{info.Rules.QuorumPercent.ToString(CultureInfo.InvariantCulture)} % of the supply outside the treasury")
        .Field("time lock", info => info.Rules.TimeLock.ToString())
        .Field("expires after", info => info.Rules.ExpiresAfter.ToString())
        .Field("to propose", info => $"{info.Rules.ProposalThreshold} NMR")
        .Field("uploads paused", info => string.Join(", ", info.PausedUploads))
        .Field("executions", info => $"{info.Executions.Sequence} ({info.Executions.Hash})");

    public static TableView<RoleHolder> Roles { get; } = new TableView<RoleHolder>("Nobody holds a role.")
        .Text("role", grant => AgreementView.Name(grant.Role))
        .Text("account", grant => grant.Account.ToString())
        .Text("until", grant => grant.Expires is { } expires ? Format.Time(expires) : "for good")
        .Text("by", grant => grant.Proposal == 0 ? "start" : $"proposal {grant.Proposal.ToString(CultureInfo.InvariantCulture)}");

    private static string Describe(ProposedAction action) => action.Action switch
    {
        "change_settings" => $"settings of tournament {action.Tournament}: {action.Settings}",
        "grant_funds" => $"{action.Amount} NMR to {action.Account}",
        "grant_role" =>
            $"{AgreementView.Name(action.Role!.Value)} to "
                + $"{action.Account}{(action.Expires is { } until ? $" until {Format.Time(until)}" : string.Empty)}",
        "revoke_role" => $"{AgreementView.Name(action.Role!.Value)} from {action.Account}",
        _ => action.Action.Replace('_', ' '),
    };
}

using System.Text.Json;
using Numerai.Cli.Governance.Backtests;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Simulations.Backtests;

namespace Numerai.Cli.Demo.Governance;

/// <summary>A proposal with the simulator's report, from the snapshot to its execution.</summary>
internal sealed class BallotChapter(GovernanceStage stage, int seed)
{
    private static readonly string[] _shown = ["paid", "burned", "treasury", "gini", "corr.stake-weighted.mean"];

    private readonly JsonElement _patch = JsonElement.Parse("""{"payout":{"multipliers":{"corr":"0.5","mmc":"3"}}}""");

    private Transcript Transcript => stage.Transcript;

    /// <summary>Carol delegates, Alice plays the change and proposes it.</summary>
    public async Task<Proposal> ProposeAsync()
    {
        Transcript.Chapter("A proposal with the simulator's report");
        await stage.Of("carol").Governance.DelegateAsync("bob", stage.Cancellation);
        Transcript.Say($"carol lets bob vote with her NMR from the next proposal on.");
        await stage.RefusedAsync(
            "bob would delegate to carol", "delegation_circle", () =>
                stage.Of("bob").Governance.DelegateAsync("carol", stage.Cancellation));
        var settings = await stage.Of("alice").Operator.GetSettingsAsync(DefaultTournament.Number, stage.Cancellation);
        var bytes = await DemoBacktest.RunAsync(settings, _patch, seed, stage.Cancellation);
        var report = BacktestFiles.Read(bytes, "the report");
        BacktestFiles.Write(Path.Combine(stage.Folder, "backtest"), bytes);
        Transcript.Say(
            $"alice plays {report.Before.Rounds.Count} simulated rounds under the settings of version {settings.Version} and under 0.5 "
                + "CORR + 3 MMC:");
        foreach (var row in _shown.Select(name => report.Statistics.First(row => row.Name == name)))
        {
            Transcript.Say($"  {row.Name,-26} {row.First,14:F4} -> {row.Second,14:F4}");
        }

        var proposal = await stage.Of("alice").Governance.ProposeAsync(
            "Pay more for what is new",
            "Contribution matters more than being right with everybody else; see the report. The operator no longer changes settings "
                + "alone.",
            [
                ProposedAction.ChangeSettings(DefaultTournament.Number, _patch),
                ProposedAction.RevokeRole(CouncilRole.ChangeSettings, "operator"),
            ],
            new Backtest(BallotReport.NameOf(report), null, BacktestFiles.Hash(bytes)),
            "demo-proposal",
            stage.Cancellation);
        await stage.Of("alice").Governance.PutBacktestAsync(proposal.Number, bytes, stage.Cancellation);
        Transcript.Say($"alice makes proposal {proposal.Number}: other multipliers, and the operator loses the role change_settings.");
        Transcript.Say($"On the ballot: {proposal.Backtest!.Name}, SHA-256 {proposal.Backtest.Sha256}.");
        Transcript.Say($"Snapshot of {proposal.Supply} NMR (SHA-256 {proposal.SnapshotSha256}); the quorum is {proposal.Quorum}.");
        return proposal;
    }

    public async Task<Proposal> VoteAsync(Proposal proposal)
    {
        Transcript.Chapter("The vote");
        await CheckReportAsync(proposal);
        await stage.RegisterAsync("erin", 5_000);
        Transcript.Say($"erin arrives and receives 5000 NMR, more than all others together.");
        await stage.RefusedAsync("alice would vote at once", "proposal_wrong_state", () => VoteAsync("alice", VoteChoice.For));
        await stage.AdvanceAsync(proposal.VotingStarts);
        await stage.RefusedAsync("erin would vote against", "no_voting_power", () => VoteAsync("erin", VoteChoice.Against));
        await stage.RefusedAsync("carol would vote herself", "no_voting_power", () => VoteAsync("carol", VoteChoice.Against));
        foreach (var (name, choice) in new[] { ("alice", VoteChoice.For), ("bob", VoteChoice.For), ("dave", VoteChoice.Against),
            ("ben", VoteChoice.Abstain) })
        {
            var vote = await VoteAsync(name, choice);
            Transcript.Say($"{name} votes {choice.ToString().ToLowerInvariant()} with {vote.Power} NMR.");
        }

        await stage.RefusedAsync("dave would change sides", "vote_already_cast", () => VoteAsync("dave", VoteChoice.For));
        await stage.AdvanceAsync(proposal.VotingEnds);
        var decided = await stage.Of("bob").Governance.GetProposalAsync(proposal.Number, stage.Cancellation);
        Transcript.Say(
            $"The voting is over: {decided.Tally!.For} for, {decided.Tally.Against} against, {decided.Tally.Abstain} abstained; the "
                + $"quorum of {decided.Quorum} is reached. The proposal has {decided.Phase.ToString().ToLowerInvariant()}.");
        return decided;

        Task<Vote> VoteAsync(string name, VoteChoice choice) =>
            stage.Of(name).Governance.VoteAsync(proposal.Number, choice, stage.Cancellation);
    }

    public async Task ExecuteAsync(Proposal proposal)
    {
        Transcript.Chapter("Time lock and execution");
        var queued = await stage.Of("dave").Governance.QueueAsync(proposal.Number, stage.Cancellation);
        Transcript.Say($"dave queues it: anybody may.");
        await stage.RefusedAsync("alice would execute it", "proposal_wrong_state", () => ExecuteAsync("alice"));
        await stage.AdvanceAsync(queued.ExecutableFrom!.Value);
        var executed = await ExecuteAsync("bob");
        foreach (var record in executed.Records)
        {
            Transcript.Say($"bob executes action {record.Index + 1}: {record.Outcome}; the chain of executions ends at {record.Hash}.");
        }

        await stage.RefusedAsync("bob would execute it again", "proposal_wrong_state", () => ExecuteAsync("bob"));
        var settings = await stage.Operator.Operator.GetSettingsAsync(DefaultTournament.Number, stage.Cancellation);
        await stage.RefusedAsync(
            "The operator would take it back",
            "not_authorised",
            () => stage.Operator.Operator.ChangeSettingsAsync(settings with { Version = settings.Version + 1 }, stage.Cancellation));

        Task<Proposal> ExecuteAsync(string name) => stage.Of(name).Governance.ExecuteAsync(proposal.Number, stage.Cancellation);
    }

    /// <summary>Dave believes nothing: he plays the report on the ballot again.</summary>
    private async Task CheckReportAsync(Proposal proposal)
    {
        var bytes = await BallotReport.GetAsync(stage.Of("dave"), proposal, stage.Cancellation);
        var hash = BacktestFiles.Hash(await DemoBacktest.AgainAsync(bytes, stage.Cancellation));
        if (hash != proposal.Backtest!.Sha256)
        {
            throw new InvalidOperationException(
                $"The report on the ballot was played again and has SHA-256 {hash}, not {proposal.Backtest.Sha256}.");
        }

        Transcript.Say($"dave downloads the report from the server and plays it again: the same bytes, SHA-256 {hash[..16]}...");
    }
}

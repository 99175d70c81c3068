using Numerai.Contracts;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Settlement;
using Numerai.Tournament.Standings.Rows;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <summary>What a tournament does from opening a round to paying for it, on any host.</summary>
public abstract partial class RoundLifeCycleSuite : RoundSuite
{
    [Fact]
    public async Task A_round_opens_closes_scores_and_resolves_and_everyone_sees_why()
    {
        var opened = await Played.OpenAsync(1);
        Assert.Equal(RoundPhase.Open, opened.Phase);
        await SubmitAllAsync(1);

        var closed = await CloseAsync(1);
        Assert.Equal((RoundPhase.Closed, 5, Nmr.FromNmr(380)), (closed.Phase, closed.Submissions, closed.AtRisk));
        Assert.Equal(0.789473684210m, decimal.Round(closed.PayoutFactor!.Value, 12, MidpointRounding.ToZero));
        Assert.NotNull(closed.MetaModel);

        await ScoreAsync(1);
        var resolved = (await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        Assert.Equal(RoundPhase.Resolved, resolved.Phase);
        await Host.SettleAsync();

        var scores = await Host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), null, "corr", Days, 100, 0));
        Assert.Equal(["ada_good", "bob_fair"], scores.OrderByDescending(row => row.Value).Take(2).Select(row => row.ModelName));
        var payouts = await Host.ReadModel.PayoutsAsync(null, Round(1));
        Assert.Equal(4, payouts.Count);
        Assert.True(payouts.Single(row => row.ModelName == "ada_good").Payout.IsPositive);
        Assert.True(payouts.Single(row => row.ModelName == "ada_bad").Burn.IsPositive);
        Assert.Equal(resolved.Paid, Sum(payouts.Select(row => row.Payout)));
        Assert.Equal(resolved.Burned, Sum(payouts.Select(row => row.Burn)));
        var board = await Host.ReadModel.LeaderboardAsync(TournamentId.Classic, Host.Time.GetUtcNow(), 10, 0);
        Assert.Equal("ada_good", board[0].ModelName);
        await AssertConservedAsync();
    }

    [Fact]
    public async Task Stakes_are_changed_by_exactly_what_the_round_paid_and_burned()
    {
        await RunAsync(1);

        foreach (var payout in await Host.ReadModel.PayoutsAsync(null, Round(1)))
        {
            var model = Models.Single(candidate => candidate.Id == payout.Model);
            var account = (await Host.Actors.Participant(model.Account).GetAsync()).Require();
            Assert.Equal(
                Nmr.FromNmr(model.Stake) + payout.Payout - payout.Burn, account.Models.Single(view => view.Id == model.Id).Active);
        }
    }

    [Fact]
    public async Task Every_paid_model_has_a_proof_that_leads_to_the_published_root()
    {
        await RunAsync(1);
        var round = (await Host.Actors.Round(Round(1)).GetAsync()).Require();

        foreach (var model in Models.Where(model => model.Stake > 0))
        {
            var proof = (await Host.Actors.Round(Round(1)).ProveAsync(model.Id)).Require();
            Assert.Equal(round.MerkleRoot, proof.Root);
            Assert.True(MerkleTree.Includes(proof.Root, proof.Leaf, proof.Index, proof.LeafCount, proof.Path));
        }

        Assert.False((await Host.Actors.Round(Round(1)).ProveAsync(Models[3].Id)).Accepted);
    }

    [Fact]
    public async Task Resolving_again_and_after_a_restart_changes_nothing()
    {
        await RunAsync(1);
        var before = await Fingerprint.OfAsync(Host);
        await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync());
        await Host.RestartAsync();
        await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync());

        Assert.Equal(before, await Fingerprint.OfAsync(Host));
    }

    [Fact]
    public async Task The_latest_valid_submission_counts_and_a_refused_one_changes_nothing()
    {
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        var noise = Models.Single(model => model.Name == "cyd_noise");
        var better = await Played.SubmitAsync(noise, 1, csv: Predictions(noise with { Skill = 1 }, 1));
        var refused = await Played.SubmitAsync(noise, 1, csv: "id,prediction\nx,0.5\n");
        Assert.Equal("invalid_submission_ids", refused.Refusal?.Code);
        await CloseAsync(1);
        await ScoreAsync(1);
        await Host.SettleAsync();

        Assert.Equal(better.Require().Id, (await Host.Submissions.SelectedAsync(Round(1))).Single(record => record.Model == noise.Id).Id);
        var scores = await Host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), null, "corr", 1, 100, 0));
        Assert.Equal("cyd_noise", scores.MaxBy(row => row.Value)!.ModelName);
    }

    [Fact]
    public async Task A_late_submission_is_scored_and_neither_pays_nor_ranks()
    {
        await Played.OpenAsync(1);
        foreach (var model in Models.Skip(1))
        {
            (await Played.SubmitAsync(model, 1)).Require();
        }

        await CloseAsync(1);
        var late = (await Played.SubmitAsync(Models[0], 1, lateFor: 1)).Require();
        Assert.Equal(SubmissionStatus.Late, late.Status);
        await ScoreAsync(1);
        (await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require();
        await Host.SettleAsync();

        Assert.NotEmpty(await Host.ReadModel.ScoresAsync(new ScoreQuery(null, Round(1), Models[0].Id, null, Days, 100, 0)));
        Assert.Empty(await Host.ReadModel.PayoutsAsync(Models[0].Id, null));
        var board = await Host.ReadModel.LeaderboardAsync(TournamentId.Classic, Host.Time.GetUtcNow(), 10, 0);
        Assert.DoesNotContain(board, row => row.Model == Models[0].Id);
        Assert.Equal(
            Nmr.FromNmr(100),
            (await Host.Actors.Participant(Models[0].Account).GetAsync()).Require().Models.Single(view => view.Id == Models[0].Id).Active);
    }

    [Fact]
    public async Task A_submission_while_no_round_is_open_waits_for_the_next_and_counts_there()
    {
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
        var queued = (await Played.SubmitAsync(Models[0], 1)).Require();
        Assert.Equal((SubmissionStatus.Queued, (RoundId?)null), (queued.Status, queued.Round));

        await Played.OpenAsync(2);

        var carried = (await Host.Submissions.SelectedAsync(Round(2))).Single();
        Assert.Equal((queued.Id, Round(2)), (carried.Id, carried.Round));
        Assert.Empty(await Host.Submissions.QueuedAsync(TournamentId.Classic));
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart_in_every_phase()
    {
        await Host.RestartAsync();
        await Played.OpenAsync(1);
        await Host.RestartAsync();
        await SubmitAllAsync(1);
        await Host.RestartAsync();
        await CloseAsync(1);
        for (var day = 1; day <= Days; day++)
        {
            await Host.RestartAsync();
            (await Played.PublishTargetAsync(1, day)).Require();
        }

        await Host.RestartAsync();
        Assert.Equal(RoundPhase.Resolved, (await Host.Actors.FinishAsync(Round(1), round => round.ResolveAsync())).Require().Phase);
        await AssertConservedAsync();
    }

    private static Nmr Sum(IEnumerable<Nmr> amounts) => amounts.Aggregate(Nmr.Zero, (sum, amount) => sum + amount);
}

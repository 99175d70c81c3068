using Numerai.Client.Scores;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>The whole way of a round, through the SDK over HTTP.</summary>
public sealed class RoundTripTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_round_is_opened_submitted_to_staked_on_closed_scored_and_settled()
    {
        var round = await server.OpenRoundAsync();
        await server.Operator.Operator.MintAsync(Nmr.FromNmr(1000));
        var good = await server.RegisterAsync("good", "100");
        var bad = await server.RegisterAsync("bad", "100");
        var goodModel = await good.Client.Models.CreateAsync(TestServer.NewName("model"));
        var badModel = await bad.Client.Models.CreateAsync(TestServer.NewName("model"));
        await good.Client.Stakes.IncreaseStakeAsync(goodModel.Name, Nmr.FromNmr(40));
        await bad.Client.Stakes.IncreaseStakeAsync(badModel.Name, Nmr.FromNmr(40));
        var submission = await good.SubmitAsync(goodModel.Name, LiveFiles.Predictions(1));
        await bad.SubmitAsync(badModel.Name, LiveFiles.Predictions(2));

        Assert.Equal(SubmissionStatus.OnTime, submission.Status);
        Assert.Equal((LiveFiles.Rows, 0, round.Id), (submission.Rows, submission.Dropped, submission.Round));

        var closed = await server.Operator.Operator.CloseRoundAsync(8, round.Number, early: true);
        Assert.Equal((RoundPhase.Closed, 2, Nmr.FromNmr(80)), (closed.Phase, closed.Submissions, closed.AtRisk));
        var scored = await server.Operator.Operator.PublishTargetAsync(8, round.Number, 1, LiveFiles.Target(1), early: true);
        Assert.Equal(1, scored.ScoredDay);
        var resolved = await server.Operator.Operator.ResolveRoundAsync(8, round.Number);
        Assert.Equal(RoundPhase.Resolved, resolved.Phase);

        await SeenByEverybodyAsync(round, goodModel.Id, badModel.Id);
        var account = await good.Client.Accounts.GetAsync();
        Assert.True(account.Models.Single().Stake > Nmr.FromNmr(40));
        Assert.True((await server.Operator.Ledger.CheckConservationAsync()).Holds);
    }

    private async Task SeenByEverybodyAsync(Round round, ModelId goodModel, ModelId badModel)
    {
        using var anyone = server.Connect(null);
        var scores = await anyone.Scores.ListAsync(new ScoreFilter(8, round.Number, goodModel.ToString(), "corr"));
        Assert.True(scores.Items.Single() is { Final: true, Value: > 0.5, Percentile: 1 });

        var settlement = await anyone.Rounds.GetSettlementAsync(8, round.Number);
        Assert.Equal(2, settlement.Entries.Count);
        var proof = await anyone.Rounds.GetProofAsync(8, round.Number, goodModel.ToString());
        Assert.Equal((settlement.MerkleRoot, goodModel), (proof.Root, proof.Entry.Model));

        var leaderboard = await anyone.Leaderboard.ListAsync();
        Assert.Equal([goodModel, badModel], leaderboard.Items.Select(row => row.Model).Where(id => id == goodModel || id == badModel));
        var listed = (await anyone.Rounds.ListAsync(8)).Items.Single(row => row.Number == round.Number);
        Assert.Equal((RoundPhase.Resolved, settlement.Paid), (listed.Phase, listed.Paid));
    }
}

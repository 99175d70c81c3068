using Numerai.Contracts;

namespace Numerai.Behaviour.Fixtures.Playing;

/// <summary>
/// Goes on with a fixture: every kind of thing it holds takes its next step, first what people do, then what time brings.
/// </summary>
internal sealed class FixtureGame(FixtureClients clients, FixtureContents contents) : IDisposable
{
    private const int Classic = 8;
    private const int Signals = 11;
    private const int Crypto = 12;

    private readonly FixtureRounds _rounds = new(clients);

    public void Dispose() => _rounds.Dispose();

    public async Task PlayOnAsync()
    {
        await StakesAsync();
        await PromisesAsync();
        await clients["bob"].Governance.VoteAsync(2, VoteChoice.For);
        await OpenRoundsAsync();
        await SecondRoundsAsync();
        await ThirdRoundsAsync();
        await ProposalAsync();
    }

    private async Task StakesAsync()
    {
        var before = await StakeAsync("bob", "bob_signal");
        await clients["bob"].Stakes.IncreaseStakeAsync("bob_signal", Nmr.FromNmr(7), "played on", Signals);
        Assert.Equal(before + Nmr.FromNmr(7), await StakeAsync("bob", "bob_signal"));
        Assert.NotNull((await clients["ada"].Portfolios.IncreaseAsync(Nmr.FromNmr(9), "played on")).Portfolio);
        Assert.NotNull((await clients.Operator.Operator.ReleaseHoldAsync("bob", "standing")).Ended);
    }

    private async Task PromisesAsync()
    {
        var (ada, cyd) = (clients["ada"], clients["cyd"]);
        var before = await ada.Agreements.GetAsync(contents.Simple);
        var punished = await ada.Agreements.ActAsync(contents.Simple, AgreementAction.Punish, Nmr.FromNmr(1), "played on");
        Assert.Equal(before.Burned + Nmr.Parse("1.25"), punished.Burned);
        var delivered = await cyd.Agreements.ActOnEscrowAsync(contents.Escrow, EscrowAction.Finalise, new string('d', 64), "played on");
        Assert.Equal(EscrowPhase.Finalised, delivered.Phase);
        Assert.True((await ada.Feeds.RevealAsync(contents.Feed, 1, contents.Salt, FixturePosts.Second)).Revealed);
    }

    /// <summary>
    /// The open round takes another submission and closes by itself; the scheduled ones open, and what was queued is in the one of Crypto.
    /// </summary>
    private async Task OpenRoundsAsync()
    {
        Assert.Equal(SubmissionStatus.OnTime, (await _rounds.SubmitAsync(FixtureModel.Of("bob_one"), 5)).Status);
        await _rounds.AdvanceAsync((await RoundAsync(Classic, 5)).Closes);
        Assert.Equal(RoundPhase.Closed, (await RoundAsync(Classic, 5)).Phase);
        await _rounds.AdvanceAsync((await RoundAsync(Classic, 6)).Opens);
        Assert.Equal(RoundPhase.Open, (await RoundAsync(Classic, 6)).Phase);
        Assert.Equal(RoundPhase.Open, (await RoundAsync(Crypto, 5)).Phase);
        var queued = (await clients["bob"].Submissions.ListAsync("bob_coin", tournament: Crypto)).Items[0];
        Assert.Equal((SubmissionStatus.OnTime, $"{Crypto}/5"), (queued.Status, queued.Round.ToString()));
    }

    private async Task SecondRoundsAsync()
    {
        foreach (var tournament in FixtureFacts.Tournaments)
        {
            var round = await RoundAsync(tournament, 2);
            await UntilAsync(round.Resolves);
            Assert.Equal(2, (await _rounds.ScoreAsync(tournament, 2, 2)).ScoredDay);
            Assert.Equal(RoundPhase.Resolved, (await _rounds.ResolveAsync(tournament, 2)).Phase);
        }
    }

    private async Task ThirdRoundsAsync()
    {
        foreach (var tournament in FixtureFacts.Tournaments)
        {
            await UntilAsync((await RoundAsync(tournament, 3)).FirstScore);
            Assert.Equal(RoundPhase.Scoring, (await _rounds.ScoreAsync(tournament, 3, 1)).Phase);
        }
    }

    private async Task ProposalAsync()
    {
        await UntilAsync((await clients.Anybody.Governance.GetProposalAsync(2)).VotingEnds);
        var queued = await clients["bob"].Governance.QueueAsync(2);
        await UntilAsync(queued.ExecutableFrom!.Value);
        Assert.Equal(ProposalPhase.Executed, (await clients["bob"].Governance.ExecuteAsync(2)).Phase);
    }

    private Task<Round> RoundAsync(int tournament, int number) => clients.Anybody.Rounds.GetAsync(tournament, number);

    private async Task<Nmr> StakeAsync(string username, string model) =>
        (await clients[username].Accounts.GetAsync()).Models.Single(one => one.Name == model).Stake;

    private async Task UntilAsync(DateTimeOffset time)
    {
        if (time > (await clients.Operator.Operator.ReconcileAsync()).Time)
        {
            await _rounds.AdvanceAsync(time);
        }
    }
}

using Numerai.Contracts;
using Numerai.Local.Faults;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Submissions;
using static Numerai.Behaviour.TinyTournament;
using PortfolioWeight = Numerai.Tournament.Accounts.PortfolioWeight;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>
/// Two rounds of the tiny tournament with withdrawals and a portfolio in between, given by a caller that repeats each command until it is
/// answered: after a fault it cannot know whether the command was carried out.
/// </summary>
internal sealed class FaultedTournament(ITournamentHost host, FaultPlan plan, bool restart)
{
    private readonly TinyTournament _tournament = new(host);

    /// <summary>Runs the history with faults in the chosen part of it and returns what it came to.</summary>
    public async Task<string> RunAsync(bool faultsWhilePreparing)
    {
        plan.Enabled = faultsWhilePreparing;
        await RepeatAsync(_tournament.PrepareAsync);
        plan.Enabled = true;
        await RunRoundAsync(1);
        await RepeatAsync(WithdrawAsync);
        await RepeatAsync(() => ChangePortfolioAsync("set", PortfolioChangeType.Set, 0, 3, 1));
        await RepeatAsync(() => ChangePortfolioAsync("raise", PortfolioChangeType.Increase, 7));
        await RunRoundAsync(2);
        plan.Enabled = false;
        await AssertConservedAsync();
        return await Fingerprint.OfAsync(host);
    }

    private async Task RunRoundAsync(int number)
    {
        await RepeatAsync(() => _tournament.OpenAsync(number));
        foreach (var model in Models)
        {
            await RepeatAsync(() => SubmitAsync(host, model, number));
        }

        await RepeatAsync(async () => (await host.Actors.FinishAsync(Round(number), round => round.CloseAsync(early: true))).Require());
        await RepeatAsync(async () => Assert.Equal(
            (RoundPhase.Closed, (string?)null), await PhaseAsync(number)));
        if (number == 2)
        {
            await RepeatAsync(() => ChangePortfolioAsync("turn", PortfolioChangeType.Set, 0, 1, 1));
            await RepeatAsync(() => ChangePortfolioAsync("lower", PortfolioChangeType.Decrease, 11));
        }

        for (var day = 1; day <= Days; day++)
        {
            await RepeatAsync(async () => (await _tournament.PublishTargetAsync(number, day)).Require());
        }

        await RepeatAsync(async () => (await host.Actors.FinishAsync(Round(number), round => round.ResolveAsync())).Require());
        Assert.Equal((RoundPhase.Resolved, (string?)null), await PhaseAsync(number));
    }

    /// <summary>
    /// The upload is the same on every attempt, as the file of a participant who tries again is not: its name makes the id.
    /// </summary>
    public static async Task SubmitAsync(ITournamentHost host, TinyModel model, int round)
    {
        var view = (await host.Actors.Round(Round(round)).GetAsync()).Require();
        var id = NamedUuid.Submission(model.Id, $"round {round}");
        var codes = new ushort[Rows];
        var rows = Predictions(model, round).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .OrderBy(row => row[0], StringComparer.Ordinal).Select(row => double.Parse(row[1])).ToArray();
        Scoring.Ranking.RankCodes.TieKept(rows, codes, new Scoring.Ranking.RankWorkspace());
        var record = new SubmissionRecord(
            id, TournamentId.Classic, view.Id, model.Id, model.Account, $"{id}.csv", "hash", view.Universe.Sha256, SubmissionStatus.OnTime,
            false, Rows, 0, host.Time.GetUtcNow());
        var accepted = await host.Submissions.AcceptAsync(record, codes);
        (await host.Actors.Model(model.Id).SubmittedAsync(new LatestSubmission(id, accepted.Round, accepted.Received))).Require();
    }

    private async Task WithdrawAsync()
    {
        var good = Models[0];
        (await host.Actors.Participant(good.Account).ChangeStakeAsync(
            new ChangeStake("half", good.Id, StakeChangeType.Decrease, Nmr.FromNmr(50)))).Require();
        (await host.Actors.Participant(good.Account).WithdrawAsync(
            new Withdraw("out", Nmr.FromNmr(25), (await _tournament.SettingsAsync()).Accounts))).Require();
    }

    /// <summary>Of an owner whose other model has no stake of its own.</summary>
    private async Task ChangePortfolioAsync(string command, PortfolioChangeType type, long amount, params int[] weights) =>
        (await host.Actors.Participant(Models[2].Account).ChangePortfolioAsync(new ChangePortfolio(
            command, TournamentId.Classic, type, Nmr.FromNmr(amount),
            [.. weights.Select((weight, index) => new PortfolioWeight(Models[2 + index].Id, weight))])
        {
            Rules = new StakeSettings(Portfolios: true),
        })).Require();

    private async Task<(RoundPhase Phase, string? Working)> PhaseAsync(int number)
    {
        var view = (await host.Actors.Round(Round(number)).GetAsync()).Require();
        return (view.Phase, view.Working);
    }

    private Task RepeatAsync(Func<Task> command) => Repeated.UntilAnsweredAsync(host, command, restart);

    private async Task AssertConservedAsync()
    {
        await host.SettleAsync();
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{report}");
        Assert.Equal(Nmr.FromNmr(2475), report.Issued);
    }
}

using System.Net;
using Numerai.Client.Scores;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;
using static Numerai.Web.Tests.Signals.SignalsFiles;

namespace Numerai.Web.Tests.Signals;

/// <summary>The whole way of Signals rounds through the SDK over HTTP, models addressed by name.</summary>
public sealed class SignalsRoundTripTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Two_days_of_signals_are_submitted_by_name_told_their_churn_scored_and_paid()
    {
        await server.Operator.Operator.MintAsync(Nmr.FromNmr(1000));
        var participant = await server.RegisterAsync("signaller", "100");
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"), SignalsId);
        var first = await OpenAsync(server, Date);
        await participant.Client.Stakes.IncreaseStakeAsync(model.Name, Nmr.FromNmr(40), tournament: SignalsId);
        var start = await participant.SubmitSignalAsync(model.Name, Signal());
        Assert.Equal((first.Id, new Movement(1, 1, 0, false)), (start.Round, start.Movement));
        Assert.Contains(start.Notes!, note => note.Contains("nothing is at risk", StringComparison.Ordinal));

        await server.Operator.Operator.AdvanceClockAsync(TestServer.Start.AddDays(1));
        var second = await OpenAsync(server, Date.AddDays(1));
        Assert.Equal(Date.AddDays(1), second.Universe);
        var steady = await participant.SubmitSignalAsync(
            model.Name, Csv("sedol,date,data_type,signal", row => $"{Sedol(Tickers[row])},2026-01-07,live,{Value(row)}"));
        Assert.Equal(new Movement(0, 0, 1, true), steady.Movement);
        Assert.Equal(["Column 'data_type' is ignored; leave it out."], steady.Notes);

        var closed = await server.Operator.Operator.CloseRoundAsync(SignalsId, second.Number, early: true);
        Assert.Equal(Nmr.FromNmr(40), closed.AtRisk);
        await server.Operator.Operator.PublishTargetAsync(SignalsId, second.Number, 1, Target(), early: true);
        await server.Operator.Operator.ResolveRoundAsync(SignalsId, second.Number);

        await SeenByEverybodyAsync(second, model.Name);
        Assert.True((await server.Operator.Ledger.CheckConservationAsync()).Holds);
    }

    [Fact]
    public async Task A_name_belongs_to_its_tournament()
    {
        var participant = await server.RegisterAsync("namesake", "10");
        var name = TestServer.NewName("model");
        var signals = await participant.Client.Models.CreateAsync(name, SignalsId);
        await Refused.WithAsync(
            "model_not_found", HttpStatusCode.NotFound, () => participant.Client.Stakes.IncreaseStakeAsync(name, Nmr.FromNmr(1)));

        var change = await participant.Client.Stakes.IncreaseStakeAsync(name, Nmr.FromNmr(1), tournament: SignalsId);

        Assert.Equal(signals.Id, change.Model);
        Assert.Equal(Nmr.FromNmr(1), (await participant.Client.Models.GetAsync(name, SignalsId)).Stake);
    }

    [Fact]
    public async Task Withdrawals_keep_the_strictest_limits_of_the_tournaments_an_account_is_in()
    {
        var participant = await server.RegisterAsync("saver", "10");
        await participant.Client.Models.CreateAsync(TestServer.NewName("model"), 12);
        var settings = await server.Operator.Operator.GetSettingsAsync(12);
        await server.Operator.Operator.ChangeSettingsAsync(settings with
        {
            Version = settings.Version + 1,
            Accounts = settings.Accounts with { YoungAccountWithdrawalAbove = Nmr.FromNmr(5) },
        });

        await Refused.WithAsync(
            "withdrawal_too_early", HttpStatusCode.UnprocessableEntity, () =>
                participant.Client.Accounts.WithdrawAsync(Nmr.FromNmr(4)));
        Assert.Equal(Nmr.FromNmr(4), (await participant.Client.Accounts.WithdrawAsync(Nmr.FromNmr(6))).Wallet);
    }

    private async Task SeenByEverybodyAsync(Round round, string model)
    {
        using var anyone = server.Connect(null);
        var scores = await anyone.Scores.ListAsync(new ScoreFilter(SignalsId, round.Number, model));
        Assert.Equal(["alpha", "cwmm", "ic_v2", "mpc"], scores.Items.Select(score => score.Name).Order(StringComparer.Ordinal));
        var settlement = await anyone.Rounds.GetSettlementAsync(SignalsId, round.Number);
        Assert.Equal(0.017m, settlement.Entries.Single().Multiplier);
        Assert.Equal(Rows, (await anyone.Rounds.GetMetaModelAsync(SignalsId, round.Number, naive: true)).Values.Count);
        Assert.Equal(round.Number, (await anyone.Rounds.GetCurrentAsync(SignalsId)).Number);
        Assert.Equal(2, (await anyone.Universes.GetAsync(SignalsId, Date)).Neutralizers);
    }
}

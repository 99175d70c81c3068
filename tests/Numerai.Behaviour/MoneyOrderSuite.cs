using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <summary>
/// Pinning takes the stake that is there, settling changes it: steps that are due at one time come to one result, in whatever order they
/// are asked for.
/// </summary>
public abstract class MoneyOrderSuite
{
    protected abstract Task<ITournamentHost> StartAsync(int seed);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Two_rounds_that_move_money_at_one_time_do_it_in_the_order_of_their_numbers(int seed)
    {
        var settle = Step(1, round => round.ResolveAsync());
        var close = Step(2, round => round.CloseAsync(early: true));
        var one = await PlayAsync(seed, settle, close);
        var other = await PlayAsync(seed, close, settle);
        Assert.Equal(one, other);
    }

    private static (int Number, Func<IRound, Task<Outcome<RoundView>>> Command) Step(
        int number, Func<IRound, Task<Outcome<RoundView>>> command) => (number, command);

    /// <summary>Asks for both steps before either may move money, waits for both, and plays on to the end.</summary>
    private async Task<string> PlayAsync(int seed, params (int Number, Func<IRound, Task<Outcome<RoundView>>> Command)[] steps)
    {
        await using var host = await StartAsync(seed);
        var tournament = new TinyTournament(host);
        await tournament.PrepareAsync();
        await OpenAsync(tournament, 1);
        (await host.Actors.FinishAsync(Round(1), round => round.CloseAsync(early: true))).Require();
        await ScoreAsync(tournament, 1);
        await OpenAsync(tournament, 2);

        foreach (var (number, command) in steps)
        {
            Assert.NotNull((await command(host.Actors.Round(Round(number)))).Require().Working);
        }

        foreach (var (number, command) in steps)
        {
            Assert.Null((await host.Actors.FinishAsync(Round(number), command)).Require().Working);
        }

        await AssertPinnedAfterSettlingAsync(host);
        await ScoreAsync(tournament, 2);
        (await host.Actors.FinishAsync(Round(2), round => round.ResolveAsync())).Require();
        await host.SettleAsync();
        Assert.True((await new ConservationCheck(host.Actors, host.ReadModel).RunAsync()).Holds);
        return await OutcomeAsync(host);
    }

    private static async Task AssertPinnedAfterSettlingAsync(ITournamentHost host)
    {
        var stakes = Nmr.Zero;
        foreach (var owner in Models.Select(model => model.Account).Distinct())
        {
            var account = (await host.Actors.Participant(owner).GetAsync()).Require();
            stakes = account.Models.Aggregate(stakes, (sum, model) => sum + model.Active);
        }

        Assert.Equal(stakes, (await host.Actors.Round(Round(2)).GetAsync()).Require().AtRisk);
        Assert.NotEqual(Models.Aggregate(Nmr.Zero, (sum, model) => sum + Nmr.FromNmr(model.Stake)), stakes);
    }

    /// <summary>Every amount there is, of accounts, models and rounds.</summary>
    private static async Task<string> OutcomeAsync(ITournamentHost host)
    {
        var lines = new List<string>();
        foreach (var owner in Models.Select(model => model.Account).Distinct())
        {
            var account = (await host.Actors.Participant(owner).GetAsync()).Require();
            lines.Add($"{owner} {account.Wallet}");
            lines.AddRange(account.Models.Select(model => $"{model.Id} {model.Active} {model.Pending} {model.AtRisk.Count}"));
        }

        foreach (var number in new[] { 1, 2 })
        {
            var view = (await host.Actors.Round(Round(number)).GetAsync()).Require();
            lines.Add($"{view.Id} {view.AtRisk} {view.PayoutFactor} {view.Paid} {view.Burned}");
        }

        return string.Join('\n', lines);
    }

    private static async Task OpenAsync(TinyTournament tournament, int number)
    {
        await tournament.OpenAsync(number);
        foreach (var model in Models)
        {
            (await tournament.SubmitAsync(model, number)).Require();
        }
    }

    private static async Task ScoreAsync(TinyTournament tournament, int number)
    {
        for (var day = 1; day <= Days; day++)
        {
            (await tournament.PublishTargetAsync(number, day)).Require();
        }
    }
}

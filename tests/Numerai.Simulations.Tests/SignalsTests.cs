using Numerai.Contracts;
using Numerai.Simulations.Agents;
using Numerai.Simulations.Results;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

public sealed class SignalsTests
{
    [Fact]
    public async Task First_submissions_and_those_that_churn_are_scored_but_not_at_risk()
    {
        var result = await new SimulationRun(SmallScenario.Signals()).RunAsync();
        Assert.All(
            result.ModelRounds.Where(row => row.Round == 1),
            row => Assert.Equal((0.0, 1.0, false), (row.AtRisk, row.Signals!.Churn, row.Signals.WithinLimits)));
        Assert.Equal(Nmr.Zero, result.Rounds[0].AtRisk);

        // A churner with a new mind every round is never at risk; patient models are, from their second round on.
        Assert.All(Of(result, "churners"), row => Assert.Equal(0, row.AtRisk));
        Assert.All(
            Of(result, "churners").Where(row => row.Round > 1),
            row => Assert.True(row.Signals!.Churn >= 0.15 || row.Signals.Turnover >= 0.25));
        Assert.Contains(Of(result, "ridge"), row => row.Round > 1 && row.AtRisk > 0);
        Assert.All(result.ModelRounds, row => Assert.True(row.AtRisk == 0 || (row.Signals!.Churn < 0.15 && row.Signals.Turnover < 0.25)));
        Assert.All(result.ModelRounds, row => Assert.True(double.IsFinite(row.Signals!.Alpha)));
        Assert.Contains(result.ModelRounds, row => row.Late && row.AtRisk == 0);
    }

    [Fact]
    public async Task Payouts_follow_from_ALPHA_and_MPC()
    {
        var result = await new SimulationRun(SmallScenario.Signals()).RunAsync();
        var paid = result.ModelRounds.Where(row => row.AtRisk > 0).ToList();
        Assert.NotEmpty(paid);
        Assert.All(paid, row =>
        {
            var multiplier = Math.Clamp((0.3 * row.Signals!.Alpha) + (0.8 * row.Signals.Mpc), -0.017, 0.017);
            Assert.Equal(multiplier, row.Multiplier, 9);
            Assert.Equal(row.AtRisk * multiplier, row.Change, 9);
        });
        Assert.Equal(
            paid.Where(row => row.Change > 0).Sum(row => row.Change), result.Rounds.Sum(round => (double)round.Paid.Wei / 1e18), 6);
    }

    [Fact]
    public void A_round_has_the_sixty_scoring_days_of_the_rules_and_thirteen_are_in_flight()
    {
        var timeline = new Timeline(SmallScenario.Signals(20) with { Settings = null });
        Assert.Equal(60, timeline.Settings[0].Scoring.Days);
        Assert.Equal(60, timeline.Steps.Count(step => step is { Round: 1, Kind: SimulationStepKind.Score }));
        var last = timeline.Steps.Single(step => step is { Round: 1, Kind: SimulationStepKind.Score, Day: 60 }).Time;
        Assert.Equal(13, timeline.Steps.Count(step => step.Kind == SimulationStepKind.Open && step.Time < last));
        Assert.All(timeline.Steps.Where(step => step.Kind == SimulationStepKind.Score), step =>
            Assert.True(TournamentPlay.KnownAt(Timeline.Opens(step.Round), step.Day) < step.Time));
    }

    [Fact]
    public async Task Sixty_days_of_scores_and_one_pay_the_same()
    {
        var whole = await new SimulationRun(SmallScenario.Signals(2) with { Settings = null }).RunAsync();
        var last = await new SimulationRun(SmallScenario.Signals(2)).RunAsync();
        Assert.Equal(last.Hash, whole.Hash);
    }

    [Fact]
    public void Patience_lowers_churn_and_without_any_a_signal_is_what_it_was()
    {
        const int Rows = 400;
        string[] tickers = [.. Enumerable.Range(0, Rows).Select(row => $"T{row:000}")];
        var weeks = new LiveWeeks(40);
        for (var era = 1; era <= 40; era++)
        {
            weeks.Add(new Markets.MarketEra
            {
                Number = era,
                Ids = tickers,
                Features = new Data.Features.FeatureBlock(["feature_a"], Rows, new sbyte[Rows]),
                Targets = [],
                Signals = new Markets.SignalsBasis
                {
                    Aliases = [],
                    SampleWeights = new double[Rows],
                    Neutralizers = [],
                    TargetsAfter = _ => [],
                },
            });
        }

        var noise = new NoiseAgent(new AgentSeat(1, 1, 0, 0, new AgentScenario()));
        Assert.Equal(1, Churn(0), 1);
        Assert.Equal(0.5, Churn(0.5), 1);
        Assert.Equal(0.1, Churn(0.9), 1);

        double Churn(double patience) => Scoring.Movement.Churn.OfValues(Signal(40, patience), Signal(39, patience));
        double[] Signal(int era, double patience) => new PatientAgent(noise, patience).Predict(View(era)).Values!;
        AgentView View(int era) => new(era, new PublicData(), weeks.Of(era, 60)!.Live.Features, []) { Signals = weeks.Of(era, 60) };
    }

    private static IEnumerable<ModelRoundRow> Of(SimulationResult result, string population) =>
        result.ModelRounds.Where(row => result.Models[row.Model].Population == population);
}

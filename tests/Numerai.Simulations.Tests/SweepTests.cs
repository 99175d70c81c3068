using System.Text.Json.Nodes;
using Numerai.Simulations.Reports;
using Numerai.Simulations.Scenarios;
using Numerai.Simulations.Sweeps;

namespace Numerai.Simulations.Tests;

public sealed class SweepTests
{
    [Fact]
    public void A_grid_is_every_combination()
    {
        var sweep = Sweep(
            "grid", new SweepParameter { Path = "seed", Values = [1, 2] }, new SweepParameter { Path = "rounds", Values = [4, 5, 6] });
        Assert.Equal(6, SweepDesign.Points(sweep).Select(point => (point[0], point[1])).Distinct().Count());
    }

    [Fact]
    public void A_latin_hypercube_uses_every_slice_of_every_parameter_once()
    {
        var sweep = Sweep(
            "latin-hypercube",
            new SweepParameter { Path = "a", From = 0, To = 1 },
            new SweepParameter { Path = "b", From = 10, To = 20 }) with
        {
            Points = 10,
        };
        var points = SweepDesign.Points(sweep);
        Assert.Equal(Enumerable.Range(0, 10), points.Select(point => (int)(point[0] * 10)).Order());
        Assert.Equal(Enumerable.Range(10, 10), points.Select(point => (int)point[1]).Order());
    }

    [Fact]
    public void Values_are_put_in_their_places_also_where_the_scenario_has_none_yet()
    {
        var scenario = SmallScenario.Make(8);
        var sweep = Sweep(
            "grid",
            new SweepParameter { Path = "settings.payout.clip", Values = [0.02] },
            new SweepParameter { Path = "settings.payout.multipliers.mmc", Values = [1] },
            new SweepParameter { Path = "populations.noise.accounts", Values = [9] }) with
        { Override = new JsonObject { ["rounds"] = 7 } };
        var made = ScenarioReader.Parse(SweepScenario.Json(scenario, sweep, SweepDesign.Points(sweep)[0]), "point");
        var payout = ScenarioSettings.Initial(made).Payout;
        Assert.Equal(0.02m, payout.Clip);
        Assert.Equal(1m, payout.Multipliers["mmc"]);
        Assert.Equal(0.75m, payout.Multipliers["corr"]);
        Assert.Equal(9, made.Populations.Single(population => population.Name == "noise").Accounts);
        Assert.Equal(7, made.Rounds);
    }

    [Fact]
    public void The_page_of_a_sweep_over_seeds_tells_how_far_each_statistic_goes()
    {
        var points = new[] { -0.25, 0.5, 0.5 }.Select(
            (value, place) => new SweepPoint(place + 1, [place + 1], "hash", new(StringComparer.Ordinal) { ["return.pair"] = value }));
        var page = SweepReport.Write(new SweepResult("small", "grid", ["seed"], [.. points]), ["return.pair"]);
        Assert.Contains("<td>return.pair</td><td>3</td><td>-0.25</td><td>0.25</td><td>0.5</td><td>2</td>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("populations.nobody.accounts", 1, "sweep_invalid")]
    [InlineData("settings.payout.clip", 7, "scenario_invalid")]
    [InlineData("colour", 7, "scenario_malformed")]
    public void A_point_that_cannot_be_played_is_refused_before_anything_runs(string path, double value, string code)
    {
        var sweep = Sweep("grid", new SweepParameter { Path = path, Values = [value] });
        Assert.Equal(code, Assert.Throws<SimulationException>(() => SweepScenario.Json(SmallScenario.Make(8), sweep, [value])).Code);
    }

    private static Sweep Sweep(string method, params SweepParameter[] parameters) =>
        new() { Scenario = "small", Method = method, Parameters = parameters };
}

using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Tests;

public sealed class ScenarioTests
{
    private const string Least = """
        // A comment.
        { "name": "least", "rounds": 4, "history": 8, "market": { "kind": "synthetic" },
          "populations": [ { "name": "a", "archetype": "noise", "accounts": 1, }, ] }
        """;

    [Fact]
    public void Comments_and_trailing_commas_are_fine()
    {
        var scenario = ScenarioReader.Parse(Least, "least.json");
        Assert.Equal(4, scenario.Rounds);
        Assert.Equal("fixed", scenario.Populations[0].Stake.Policy);
    }

    [Theory]
    [InlineData("\"rounds\": 4", "\"rounds\": 1", "scenario_invalid", "at rounds")]
    [InlineData("\"rounds\": 4", "\"rounds\": 4, \"tournament\": 12", "scenario_invalid", "at tournament")]
    [InlineData("\"rounds\": 4", "\"rounds\": 4, \"tournament\": 11", "scenario_invalid", "at history")]
    [InlineData("\"noise\"", "\"neutralized-momentum\"", "scenario_invalid", "at populations[0].archetype")]
    [InlineData(
        "\"rounds\": 4",
        "\"rounds\": 4, \"settings\": { \"calendar\": { \"firstScoreAfterClose\": \"20.00:00:00\" } }",
        "scenario_invalid",
        "before they are known")]
    [InlineData("\"noise\"", "\"psychic\"", "scenario_invalid", "at populations[0].archetype")]
    [InlineData(
        "\"accounts\": 1",
        "\"accounts\": 1, \"stake\": { \"policy\": \"all-in\" }",
        "scenario_invalid",
        "at populations[0].stake.policy")]
    [InlineData("\"accounts\": 1", "\"acounts\": 1", "scenario_malformed", "line 3")]
    [InlineData("\"rounds\": 4", "\"rounds\": \"four\"", "scenario_malformed", "at rounds")]
    [InlineData("\"rounds\": 4", "\"rounds\": 4, \"settings\": { \"payout\": { \"clap\": 1 } }", "scenario_invalid", "payout.clap")]
    [InlineData("\"rounds\": 4", "\"rounds\": 4, \"settings\": { \"payout\": { \"clip\": 7 } }", "scenario_invalid", "payout.clip")]
    [InlineData(
        "\"rounds\": 4",
        "\"rounds\": 4, \"events\": [ { \"round\": 9, \"kind\": \"withdraw\" } ]",
        "scenario_invalid",
        "at events[0].round")]
    [InlineData("\"synthetic\"", "\"tea-leaves\"", "scenario_invalid", "at market.kind")]
    [InlineData("\"name\": \"least\",", "", "scenario_malformed", "name")]
    [InlineData("\"rounds\": 4", "\"rounds\": 4, \"events\": [ null ]", "scenario_malformed", "at events[0]: A list holds no null")]
    [InlineData("\"rounds\": 4", "\"rounds\": 4, \"populations\": [ null ]", "scenario_malformed", "A list holds no null")]
    public void A_wrong_scenario_is_refused_with_code_and_place(string correct, string wrong, string code, string place)
    {
        var refusal = Assert.Throws<SimulationException>(
            () => ScenarioReader.Parse(Least.Replace(correct, wrong, StringComparison.Ordinal), "wrong.json"));
        Assert.Equal(code, refusal.Code);
        Assert.Contains("wrong.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"synthetic\"", "\"release\"", "at market.kind")]
    [InlineData("\"securities\": 200", "\"securities\": 60", "at market.securities")]
    [InlineData("\"securities\": 200", "\"delistingChance\": 0.05", "at market.delistingChance")]
    [InlineData("\"accounts\": 1", "\"accounts\": 1, \"agent\": { \"patience\": 1 }", "at populations[0].agent.patience")]
    [InlineData(
        "\"rounds\": 4",
        "\"rounds\": 4, \"settings\": { \"calendar\": { \"firstScoreAfterClose\": \"1.00:00:00\" } }",
        "before they are known")]
    public void A_wrong_scenario_of_Signals_is_refused_with_its_place(string correct, string wrong, string place)
    {
        var signals = Least.Replace("\"history\": 8", "\"history\": 20, \"tournament\": 11", StringComparison.Ordinal)
            .Replace("\"kind\": \"synthetic\"", "\"kind\": \"synthetic\", \"securities\": 200", StringComparison.Ordinal);
        Assert.Equal(11, ScenarioReader.Parse(signals, "right.json").Tournament);
        var refusal = Assert.Throws<SimulationException>(
            () => ScenarioReader.Parse(signals.Replace(correct, wrong, StringComparison.Ordinal), "wrong.json"));
        Assert.Equal("scenario_invalid", refusal.Code);
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shipped_scenario_can_be_read()
    {
        Assert.NotEmpty(ScenarioReader.Shipped);
        Assert.All(ScenarioReader.Shipped, name => Assert.Equal(name, ScenarioReader.Load(name).Name));
    }

    [Fact]
    public void The_shipped_schema_is_the_one_the_records_give()
    {
        using var shipped = new StreamReader(typeof(ScenarioReader).Assembly.GetManifestResourceStream("scenarios/scenario.schema.json")!);
        Assert.Equal(ScenarioJson.Schema(), shipped.ReadToEnd());
    }

    [Fact]
    public void A_name_that_is_neither_file_nor_shipped_is_refused_with_the_names_that_are() =>
        Assert.Contains(
            "baseline-classic", Assert.Throws<SimulationException>(() => ScenarioReader.Load("no-such")).Message, StringComparison.Ordinal);
}

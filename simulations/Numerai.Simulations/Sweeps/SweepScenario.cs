using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Ports;

namespace Numerai.Simulations.Sweeps;

/// <summary>Makes the scenario of one point of a sweep.</summary>
public static class SweepScenario
{
    /// <exception cref="SimulationException"><c>sweep_invalid</c> for a place the scenario does not have; what <see cref="ScenarioReader"/>
    /// throws for a bad value.</exception>
    public static string Json(Scenario scenario, Sweep sweep, double[] point)
    {
        var whole = JsonSerializer.SerializeToNode(scenario with { Expected = null }, ScenarioJson.Options)!.AsObject();
        foreach (var (name, value) in sweep.Override ?? [])
        {
            whole[name] = value?.DeepClone();
        }

        for (var place = 0; place < point.Length; place++)
        {
            Set(whole, scenario, sweep.Parameters[place].Path, point[place]);
        }

        var json = whole.ToJsonString(ScenarioJson.Options);
        _ = ScenarioReader.Parse(
            json, $"point {string.Join(", ", point.Select(value => value.ToString(CultureInfo.InvariantCulture)))} of the sweep");
        return json;
    }

    private static void Set(JsonObject whole, Scenario scenario, string path, double value)
    {
        var names = path.Split('.');
        JsonNode node = whole;
        for (var depth = 0; depth < names.Length - 1; depth++)
        {
            node = Step(node, names[depth], scenario, path);
        }

        var number = value == Math.Floor(value) && Math.Abs(value) < 1e9 ? JsonValue.Create((long)value) : JsonValue.Create((decimal)value);
        node.AsObject()[names[^1]] = number;
    }

    private static JsonNode Step(JsonNode node, string name, Scenario scenario, string path)
    {
        if (node is JsonArray list)
        {
            return list.OfType<JsonObject>().FirstOrDefault(member => (string?)member["name"] == name)
                ?? throw new SimulationException("sweep_invalid", $"'{path}': there is no population '{name}' in {scenario.Name}.");
        }

        if (node is not JsonObject parent)
        {
            throw new SimulationException("sweep_invalid", $"'{path}': '{name}' lies inside a plain value.");
        }

        // Settings are changes of defaults, so what is not there yet is begun; multipliers are replaced whole, so they begin as they are.
        return parent[name] ?? (parent[name] = name == "multipliers"
            ? JsonSerializer.SerializeToNode(ScenarioSettings.Initial(scenario).Payout.Multipliers, StoredJson.Options)!
            : new JsonObject());
    }
}

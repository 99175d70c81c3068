using System.Text.Json;
using System.Text.Json.Nodes;
using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Sweeps;

/// <summary>A scenario played many times with other values in some places.</summary>
public sealed record Sweep
{
    /// <summary>Name of a shipped scenario, or a file relative to the sweep's.</summary>
    public required string Scenario { get; init; }

    /// <summary>"grid" (every combination) or "latin-hypercube" (a number of points that cover every parameter's range evenly).</summary>
    public string Method { get; init; } = "grid";

    /// <summary>latin-hypercube: number of points.</summary>
    public int Points { get; init; } = 16;

    public int Seed { get; init; } = 1;

    /// <summary>Members of the scenario that every point has otherwise, such as fewer rounds.</summary>
    public JsonObject? Override { get; init; }

    public required IReadOnlyList<SweepParameter> Parameters { get; init; }

    /// <summary>Statistics shown, by name; empty for the usual ones.</summary>
    public IReadOnlyList<string> Statistics { get; init; } = [];

    /// <exception cref="SimulationException"><c>sweep_malformed</c> or <c>sweep_invalid</c>.</exception>
    public static Sweep Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new SimulationException("sweep_not_found", $"There is no sweep file '{path}'.");
        }

        try
        {
            var sweep = ScenarioJson.Read<Sweep>(File.ReadAllText(path))
                ?? throw new SimulationException("sweep_malformed", $"{path} is 'null', not a sweep.");
            return Check(sweep) is { } problem
                ? throw new SimulationException("sweep_invalid", $"{Path.GetFileName(path)}, at {problem.Place}: {problem.Sentence}")
                : sweep;
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $"line {line + 1}" : $"at {fault.Path}";
            throw new SimulationException("sweep_malformed", $"{Path.GetFileName(path)}, {place}: {fault.Message}", fault);
        }
    }

    private static ScenarioProblem? Check(Sweep sweep)
    {
        if (sweep.Method is not ("grid" or "latin-hypercube"))
        {
            return new ScenarioProblem("method", $"'{sweep.Method}' is not one of grid, latin-hypercube.");
        }

        if (sweep.Parameters.Count == 0 || sweep.Points is < 2 or > 10_000)
        {
            return new ScenarioProblem("parameters", "there is at least one parameter, and 2 to 10000 points.");
        }

        for (var place = 0; place < sweep.Parameters.Count; place++)
        {
            var parameter = sweep.Parameters[place];
            if (sweep.Method == "grid" ? parameter.Values.Count == 0 : parameter.Values.Count == 0 && !(parameter.From < parameter.To))
            {
                return new ScenarioProblem(
                    $"parameters[{place}]", "it needs values, or for a latin-hypercube from and to with from below to.");
            }
        }

        return null;
    }
}

/// <summary>A place in the scenario and the values it takes.</summary>
public sealed record SweepParameter
{
    /// <summary>Such as <c>settings.payout.clip</c> or <c>populations.noise.accounts</c> (a population by its name).</summary>
    public required string Path { get; init; }

    public IReadOnlyList<double> Values { get; init; } = [];

    public double From { get; init; }

    public double To { get; init; }

    /// <summary>Whether values between from and to are whole numbers.</summary>
    public bool Whole { get; init; }
}

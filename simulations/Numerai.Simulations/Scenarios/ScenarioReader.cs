using System.Text.Json;

namespace Numerai.Simulations.Scenarios;

/// <summary>Reads and checks scenario files.</summary>
public static class ScenarioReader
{
    private const string Scheme = "scenarios/";

    /// <summary>The scenarios that are shipped, by name.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. typeof(ScenarioReader).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Scheme, StringComparison.Ordinal) && !name.EndsWith(".schema.json", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Scheme.Length..])).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a file, or a shipped scenario when there is no such file but one of that name.</summary>
    /// <exception cref="SimulationException"><c>scenario_not_found</c>, <c>scenario_malformed</c> or <c>scenario_invalid</c>.</exception>
    public static Scenario Load(string pathOrName)
    {
        if (File.Exists(pathOrName))
        {
            var scenario = Parse(File.ReadAllText(pathOrName), Path.GetFileName(pathOrName));
            return scenario.Market.Folder is { } folder
                ? scenario with
                {
                    Market = scenario.Market with
                    {
                        Folder = Path.GetFullPath(folder, Path.GetDirectoryName(Path.GetFullPath(pathOrName))!),
                    },
                }
                : scenario;
        }

        var name = Path.GetFileNameWithoutExtension(pathOrName);
        using var shipped = typeof(ScenarioReader).Assembly.GetManifestResourceStream($"{Scheme}{name}.json");
        if (shipped is null || Path.GetFileName(pathOrName) != pathOrName)
        {
            throw new SimulationException(
                "scenario_not_found", $"There is no file '{pathOrName}', and no shipped scenario of that name; shipped are "
                    + $"{string.Join(", ", Shipped)}.");
        }

        using var reader = new StreamReader(shipped);
        return Parse(reader.ReadToEnd(), name + ".json");
    }

    /// <summary>Reads the text of a scenario file.</summary>
    /// <param name="text">JSON with comments.</param>
    /// <param name="file">Name for messages.</param>
    /// <exception cref="SimulationException"><c>scenario_malformed</c> with line and place, or <c>scenario_invalid</c>.</exception>
    public static Scenario Parse(string text, string file)
    {
        Scenario scenario;
        try
        {
            scenario = ScenarioJson.Read<Scenario>(text)
                ?? throw new SimulationException("scenario_malformed", $"{file} is 'null', not a scenario.");
        }
        catch (JsonException fault)
        {
            var line = fault.LineNumber is { } number ? $", line {number + 1}" : string.Empty;
            var place = string.IsNullOrEmpty(fault.Path) || fault.Path == "$" ? string.Empty : $", at {fault.Path[2..]}";
            throw new SimulationException("scenario_malformed", $"{file}{line}{place}: {Sentence(fault)}", fault);
        }

        return ScenarioValidation.Check(scenario) is { } problem
            ? throw new SimulationException("scenario_invalid", $"{file}, at {problem.Place}: {problem.Sentence}")
            : scenario;
    }

    private static string Sentence(JsonException fault)
    {
        var message = fault.Message;
        var place = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).Replace("Numerai.Simulations.Scenarios.", string.Empty, StringComparison.Ordinal);
    }
}

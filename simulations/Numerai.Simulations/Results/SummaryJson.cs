using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Simulations.Results;

/// <summary>The JSON form of a summary: camel case, indented, NaN and infinities by name, NMR as decimal text.</summary>
public static class SummaryJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(SimulationSummary summary) => JsonSerializer.Serialize(summary, Options) + "\n";

    /// <exception cref="SimulationException"><c>result_unreadable</c>.</exception>
    public static SimulationSummary Read(string folderOrFile)
    {
        var path = Directory.Exists(folderOrFile) ? Path.Combine(folderOrFile, ResultFiles.Json) : folderOrFile;
        if (!File.Exists(path))
        {
            throw new SimulationException(
                "result_not_found", $"There is no result at '{path}'; name the folder of a simulation that has ended.");
        }

        try
        {
            return JsonSerializer.Deserialize<SimulationSummary>(File.ReadAllText(path), Options)
                ?? throw new SimulationException("result_unreadable", $"{path} is 'null', not a result.");
        }
        catch (JsonException fault)
        {
            throw new SimulationException("result_unreadable", $"{path} is no result of this version: {fault.Message}", fault);
        }
    }
}

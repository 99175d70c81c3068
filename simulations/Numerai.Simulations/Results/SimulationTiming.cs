using System.Text.Json;

namespace Numerai.Simulations.Results;

/// <summary>How long a simulation took, in a file of its own: everything else of a result is the same wherever it is played.</summary>
public sealed record SimulationTiming
{
    public const string FileName = "timing.json";

    /// <summary>Phase of the whole run.</summary>
    public const string Whole = "whole run";

    /// <summary>Wall and processor seconds by phase.</summary>
    public required SortedDictionary<string, PhaseSeconds> Seconds { get; init; }

    /// <summary>Most memory the process has held, in bytes.</summary>
    public required long PeakBytes { get; init; }

    public static SimulationTiming Of(SimulationResult result) => new()
    {
        Seconds = new SortedDictionary<string, PhaseSeconds>(
            result.Phases.ToDictionary(phase => phase.Key, phase => Of(phase.Value.Wall, phase.Value.Processor)), StringComparer.Ordinal)
        {
            [Whole] = Of(result.Elapsed, result.Phases.Values.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Processor)),
        },
        PeakBytes = result.PeakBytes,
    };

    public void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, SummaryJson.Options) + "\n");

    public static SimulationTiming Read(string folder) =>
        JsonSerializer.Deserialize<SimulationTiming>(File.ReadAllText(Path.Combine(folder, FileName)), SummaryJson.Options)!;

    private static PhaseSeconds Of(TimeSpan wall, TimeSpan processor) =>
        new(Math.Round(wall.TotalSeconds, 2), Math.Round(processor.TotalSeconds, 2));
}

using Numerai.Simulations.Hosting;

namespace Numerai.Simulations.Running;

/// <summary>How a scenario is run. None of it changes the result.</summary>
public sealed record SimulationOptions
{
    /// <summary>Threads that agents train and predict on.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where checkpoints are kept; null for none. A run resumes from the one it finds.</summary>
    public string? CheckpointFolder { get; init; }

    /// <summary>Time between two checkpoints.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Ends the run after this round has opened, as an interruption would; 0 to go to the end.</summary>
    public int StopAfterOpening { get; init; }

    /// <summary>Where the actors run.</summary>
    public IActorHosts Hosts { get; init; } = new LocalActorHosts();

    public IProgress<SimulationProgress>? Progress { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

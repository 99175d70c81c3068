using Numerai.Storage.Memory;

namespace Numerai.Simulations.Stores;

/// <summary>What the actors of a simulation keep, in memory that forgets rounds that are over. Every host is given the same.</summary>
public sealed class SimulationStores : IDisposable
{
    public MemoryActorRows Rows { get; } = new(throughJson: false);

    public MemorySubmissionStore Submissions { get; } = new();

    public MemoryObjectStore Objects { get; } = new();

    public SimulationDatasets Datasets { get; } = new();

    /// <summary>Hears the events of all actors.</summary>
    public SimulationLedger Ledger { get; } = new();

    public void Dispose() => Datasets.Dispose();
}

using Numerai.Contracts;

namespace Numerai.Simulations.Stores;

/// <summary>A <see cref="SimulationLedger"/> in a checkpoint.</summary>
internal sealed record LedgerSnapshot(
    SortedDictionary<string, long> Sequences, SortedDictionary<string, LedgerHead> Heads, SortedDictionary<string, Nmr> Balances,
    long Entries);

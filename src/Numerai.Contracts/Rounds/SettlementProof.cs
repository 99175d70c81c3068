using System.Collections.Immutable;

namespace Numerai.Contracts;

/// <summary>A leaf of a round's settlement and the hashes that lead from it to the published root.</summary>
/// <param name="Leaf">The canonical text whose hash is the leaf.</param>
/// <param name="Index">Position of the leaf, 0 first.</param>
/// <param name="LeafCount">Number of leaves.</param>
/// <param name="Path">Sibling hashes (hexadecimal), from the leaf upwards.</param>
public sealed record SettlementProof(
    SettlementEntry Entry, string Leaf, int Index, int LeafCount, ImmutableArray<string> Path, string Root);

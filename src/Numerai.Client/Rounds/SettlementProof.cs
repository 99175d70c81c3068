namespace Numerai.Client.Rounds;

/// <summary>A model's entry and the hashes that lead from it to the published root.</summary>
/// <param name="Leaf">The canonical text whose hash is the leaf.</param>
/// <param name="Index">Position of the leaf, 0 first.</param>
/// <param name="Path">Sibling hashes (hexadecimal), from the leaf upwards.</param>
public sealed record SettlementProof(
    SettlementEntry Entry, string Leaf, int Index, int LeafCount, IReadOnlyList<string> Path, string Root);

namespace Numerai.Client.Proofs;

/// <summary>One hash over all that was published up to a moment, with every field as it is hashed.</summary>
/// <param name="Entries">Ledger entries covered, in published order.</param>
/// <param name="Commitments">Rounds' commitments covered, in published order.</param>
/// <param name="HeadsRoot">Merkle root over the heads of all chains.</param>
/// <param name="Balances">Wei by kind of account.</param>
public sealed record Checkpoint(
    int Number,
    string Time,
    long Entries,
    long Commitments,
    int Chains,
    string HeadsRoot,
    IReadOnlyDictionary<string, string> Balances,
    string Previous,
    string Hash);

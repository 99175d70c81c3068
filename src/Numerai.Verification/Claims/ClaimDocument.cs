using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settlement;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Claims;

/// <summary>
/// What a round owes one model, with everything needed to check it without asking anyone: the leaf, its path to the root, and the link
/// of the round's chain that committed to the root.
/// </summary>
/// <param name="Format"><see cref="FormatName"/>.</param>
/// <param name="Version"><see cref="CurrentVersion"/>.</param>
/// <param name="Leaf">Round, model, staker, submission, wei at risk, scores, multiplier, wei paid, wei burned, joined by '|'.</param>
/// <param name="Index">Position of the leaf, 0 first.</param>
/// <param name="Path">Sibling hashes, from the leaf upwards.</param>
/// <param name="Commitment">The link of kind "settlement_root"; its hash is what to compare with others.</param>
public sealed record ClaimDocument(
    string Format,
    int Version,
    string Round,
    string Model,
    string Leaf,
    int Index,
    int LeafCount,
    ImmutableArray<string> Path,
    string Root,
    CommitmentLine Commitment)
{
    public const string FormatName = "numerai-claim";

    public const int CurrentVersion = 1;

    public static ClaimDocument Of(SettlementProof proof, CommitmentLine root) => new(
        FormatName,
        CurrentVersion,
        proof.Entry.Round.ToString(),
        proof.Entry.Model.ToString(),
        proof.Leaf,
        proof.Index,
        proof.LeafCount,
        proof.Path,
        proof.Root,
        root);

    /// <summary>Why the document does not prove what it says, or null when it does.</summary>
    /// <param name="trusted">Hash of the commitment as known from elsewhere, such as an export or a friend; null to take the
    /// document's.</param>
    public string? Check(string? trusted = null)
    {
        if (Format != FormatName || Version != CurrentVersion)
        {
            return $"It says {Format} version {Version}; this program reads {FormatName} version {CurrentVersion}.";
        }

        if (!Leaf.StartsWith($"{Round}|{Model}|", StringComparison.Ordinal))
        {
            return $"Its leaf is not of round {Round} and model {Model}: {Leaf}.";
        }

        if (Path.Any(sibling => sibling.Length != 64 || !sibling.All(char.IsAsciiHexDigit))
            || !MerkleTree.Includes(Root, Leaf, Index, LeafCount, Path))
        {
            return $"Its path does not lead from the leaf at {Index} of {LeafCount} to the root {Root}.";
        }

        if (Commitment.Round != Round || Commitment.Kind != "settlement_root" || Commitment.Sha256 != Root)
        {
            return $"Its commitment is to {Commitment.Kind} {Commitment.Sha256} of round {Commitment.Round}, not to the root {Root} of "
                + $"round {Round}.";
        }

        var hash = Commitment.ComputedHash();
        return hash != Commitment.Hash ? $"The fields of its commitment hash to {hash}; it says {Commitment.Hash}."
            : trusted is not null
                && trusted != Commitment.Hash ? $"Its commitment has the hash {Commitment.Hash}; the one you trust is {trusted}."
            : null;
    }
}

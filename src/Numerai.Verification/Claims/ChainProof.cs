using System.Collections.Immutable;
using System.Globalization;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Rounds.Settlement;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Claims;

/// <summary>
/// That a checkpoint covers a chain up to one of its links, checked without asking anyone: the chain's head, its path to the root over all
/// heads, and the checkpoint that seals that root.
/// </summary>
/// <param name="Format"><see cref="FormatName"/>.</param>
/// <param name="Version"><see cref="CurrentVersion"/>.</param>
/// <param name="Chain">Such as "participant/ACCOUNT-ID", "treasury" or, for a round's commitments, "round/8/123".</param>
/// <param name="Sequence">The last link that is covered.</param>
/// <param name="Hash">That link's hash: it stands for the whole chain up to there.</param>
/// <param name="Index">Position of the head among all heads in ordinal order of their chains' names, 0 first.</param>
/// <param name="Path">Sibling hashes, from the leaf upwards.</param>
/// <param name="Checkpoint">Its hash is what to compare with others.</param>
public sealed record ChainProof(
    string Format,
    int Version,
    string Chain,
    long Sequence,
    string Hash,
    int Index,
    ImmutableArray<string> Path,
    CheckpointLine Checkpoint)
{
    public const string FormatName = "numerai-chain-proof";

    public const int CurrentVersion = 1;

    /// <summary>The proof of one chain, or null when the checkpoint covers no link of it.</summary>
    /// <param name="checkpoint">The seal.</param>
    /// <param name="heads">All heads that it covers, in ordinal order of their chains' names.</param>
    /// <param name="chain">Whose head.</param>
    public static ChainProof? Of(CheckpointLine checkpoint, ImmutableArray<ChainHead> heads, string chain)
    {
        var index = heads.ToList().FindIndex(head => head.Chain == chain);
        return index < 0
            ? null
            : new ChainProof(
                FormatName,
                CurrentVersion,
                chain,
                heads[index].Sequence,
                heads[index].Hash,
                index,
                MerkleTree.Path([.. heads.Select(head => head.Leaf)], index),
                checkpoint);
    }

    /// <summary>Why the document does not prove what it says, or null when it does.</summary>
    /// <param name="trusted">Hash of the checkpoint as known from elsewhere, such as an export or a friend; null to take the
    /// document's.</param>
    public string? Check(string? trusted = null)
    {
        if (Format != FormatName || Version != CurrentVersion)
        {
            return $"It says {Format} version {Version}; this program reads {FormatName} version {CurrentVersion}.";
        }

        var hash = Checkpoint.ComputedHash();
        if (hash != Checkpoint.Hash)
        {
            return $"The fields of its checkpoint hash to {hash}; it says {Checkpoint.Hash}.";
        }

        if (Path.Any(sibling => sibling.Length != 64 || !sibling.All(char.IsAsciiHexDigit))
            || !MerkleTree.Includes(Checkpoint.HeadsRoot, new ChainHead(Chain, Sequence, Hash).Leaf, Index, Checkpoint.Chains, Path))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Its path does not lead from entry {Sequence} of {Chain} at {Index} of {Checkpoint.Chains} to the root "
                    + $"{Checkpoint.HeadsRoot}.");
        }

        return trusted is not null && trusted != Checkpoint.Hash
            ? $"Its checkpoint {Checkpoint.Number} has the hash {Checkpoint.Hash}; the one you trust is {trusted}."
            : null;
    }
}

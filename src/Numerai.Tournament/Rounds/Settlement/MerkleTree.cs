using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Numerai.Tournament.Rounds.Settlement;

/// <summary>
/// Merkle trees as RFC 6962 defines them: SHA-256, a leaf is H(0x00 | text), an inner node H(0x01 | left | right), and a tree of n
/// leaves splits at the largest power of two below n. The prefixes keep a node from being passed off as a leaf.
/// </summary>
public static class MerkleTree
{
    /// <summary>Root of the tree; of no leaves, the hash of the empty text.</summary>
    public static string Root(IReadOnlyList<string> leaves) =>
        Convert.ToHexStringLower(leaves.Count == 0 ? SHA256.HashData([]) : Subtree(Hash(leaves), 0, leaves.Count));

    /// <summary>The sibling hashes that lead from a leaf to the root, lowest first.</summary>
    public static ImmutableArray<string> Path(IReadOnlyList<string> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var hashes = Hash(leaves);
        var path = new List<string>();
        var (first, count) = (0, leaves.Count);
        while (count > 1)
        {
            var split = Split(count);
            var inLeft = index - first < split;
            path.Add(Convert.ToHexStringLower(inLeft ? Subtree(hashes, first + split, count - split) : Subtree(hashes, first, split)));
            (first, count) = inLeft ? (first, split) : (first + split, count - split);
        }

        path.Reverse();
        return [.. path];
    }

    /// <summary>
    /// True when <paramref name="path"/> proves that <paramref name="leaf"/> stands at <paramref name="index"/> under
    /// <paramref name="root"/>.
    /// </summary>
    public static bool Includes(string root, string leaf, int index, int leafCount, IReadOnlyList<string> path)
    {
        if (index < 0 || index >= leafCount)
        {
            return false;
        }

        // Going down from the root tells on which side each sibling lies; the siblings are then applied from the leaf upwards.
        var siblingOnRight = new List<bool>();
        var (first, count) = (0, leafCount);
        while (count > 1)
        {
            var split = Split(count);
            var inLeft = index - first < split;
            siblingOnRight.Add(inLeft);
            (first, count) = inLeft ? (first, split) : (first + split, count - split);
        }

        siblingOnRight.Reverse();
        if (siblingOnRight.Count != path.Count)
        {
            return false;
        }

        var hash = Leaf(leaf);
        for (var level = 0; level < path.Count; level++)
        {
            var sibling = Convert.FromHexString(path[level]);
            hash = siblingOnRight[level] ? Node(hash, sibling) : Node(sibling, hash);
        }

        return string.Equals(Convert.ToHexStringLower(hash), root, StringComparison.Ordinal);
    }

    private static byte[][] Hash(IReadOnlyList<string> leaves) => [.. leaves.Select(Leaf)];

    private static byte[] Subtree(byte[][] hashes, int first, int count)
    {
        if (count == 1)
        {
            return hashes[first];
        }

        var split = Split(count);
        return Node(Subtree(hashes, first, split), Subtree(hashes, first + split, count - split));
    }

    private static int Split(int count)
    {
        var power = 1;
        while (power * 2 < count)
        {
            power *= 2;
        }

        return power;
    }

    private static byte[] Leaf(string text) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(text)]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}

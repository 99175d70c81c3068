using FsCheck.Xunit;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Tests.Rounds.Settlement;

public sealed class MerkleTreeTests
{
    [Fact]
    public void The_root_of_nothing_is_the_hash_of_the_empty_text() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", MerkleTree.Root([]));

    /// <summary>The first leaf of RFC 6962's usual test tree: the empty text.</summary>
    [Fact]
    public void A_leaf_is_hashed_with_the_prefix_zero() =>
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", MerkleTree.Root([""]));

    [Property]
    public bool Every_leaf_is_proven_by_its_path_and_by_no_other(byte size, byte which)
    {
        var leaves = Enumerable.Range(0, size + 1).Select(number => $"leaf {number}").ToList();
        var index = which % leaves.Count;
        var root = MerkleTree.Root(leaves);
        var path = MerkleTree.Path(leaves, index);
        return MerkleTree.Includes(root, leaves[index], index, leaves.Count, path)
            && !MerkleTree.Includes(root, leaves[index] + "x", index, leaves.Count, path)
            && (leaves.Count == 1 || !MerkleTree.Includes(root, leaves[index], (index + 1) % leaves.Count, leaves.Count, path));
    }

    [Fact]
    public void A_path_of_the_wrong_length_proves_nothing()
    {
        string[] leaves = ["a", "b", "c"];
        var path = MerkleTree.Path(leaves, 0);
        Assert.False(MerkleTree.Includes(MerkleTree.Root(leaves), "a", 0, 3, path.Add(path[0])));
        Assert.False(MerkleTree.Includes(MerkleTree.Root(leaves), "a", 0, 3, []));
    }
}

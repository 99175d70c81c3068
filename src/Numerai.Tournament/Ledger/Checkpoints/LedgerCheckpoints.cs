using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Ledger.Checkpoints;

/// <summary>Makes and checks checkpoints.</summary>
public static class LedgerCheckpoints
{
    /// <summary>First line of the hashed text: names the form and its version.</summary>
    public const string Format = "numerai-checkpoint/1";

    /// <summary>What the first checkpoint follows.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>The checkpoint after <paramref name="latest"/> over a snapshot.</summary>
    public static LedgerCheckpoint Append(LedgerCheckpoint? latest, LedgerSnapshot snapshot, DateTimeOffset time)
    {
        var unhashed = new LedgerCheckpoint(
            (latest?.Number ?? 0) + 1,
            time,
            snapshot.Entries,
            snapshot.Commitments,
            snapshot.Heads.Count,
            HeadsRoot(snapshot.Heads),
            ByKind(snapshot.Balances),
            latest?.Hash ?? Genesis,
            string.Empty);
        return unhashed with { Hash = HashOf(unhashed) };
    }

    /// <summary>The Merkle root over the heads' leaves, chains in ordinal order.</summary>
    public static string HeadsRoot(IEnumerable<ChainHead> heads) =>
        MerkleTree.Root([.. heads.OrderBy(head => head.Chain, StringComparer.Ordinal).Select(head => head.Leaf)]);

    /// <summary>Sums of balances by kind of account: the part of its name before the colon, or all of it.</summary>
    public static ImmutableSortedDictionary<string, Nmr> ByKind(IEnumerable<KeyValuePair<string, Nmr>> balances) =>
        balances.GroupBy(balance => LedgerAccounts.KindOf(balance.Key), StringComparer.Ordinal).ToImmutableSortedDictionary(
            kind => kind.Key, kind => kind.Aggregate(Nmr.Zero, (sum, balance) => sum + balance.Value), StringComparer.Ordinal);

    /// <summary>
    /// SHA-256 over <see cref="Format"/> and the fields in the order of the record, joined by line feeds; the balances are kind=wei joined
    /// by commas, kinds in ordinal order.
    /// </summary>
    public static string HashOf(LedgerCheckpoint checkpoint)
    {
        var text = string.Join(
            '\n',
            Format,
            checkpoint.Number.ToString(CultureInfo.InvariantCulture),
            LedgerTime.Write(checkpoint.Time),
            checkpoint.Entries.ToString(CultureInfo.InvariantCulture),
            checkpoint.Commitments.ToString(CultureInfo.InvariantCulture),
            checkpoint.Chains.ToString(CultureInfo.InvariantCulture),
            checkpoint.HeadsRoot,
            string.Join(',', checkpoint.Balances.Select(balance =>
                $"{balance.Key}={balance.Value.Wei.ToString(CultureInfo.InvariantCulture)}")),
            checkpoint.Previous);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Checkpoints;

namespace Numerai.Verification.Exports;

/// <summary>A checkpoint as a line of an export, as it is hashed; balances in wei.</summary>
public sealed record CheckpointLine(
    int Number,
    string Time,
    long Entries,
    long Commitments,
    int Chains,
    string HeadsRoot,
    ImmutableSortedDictionary<string, string> Balances,
    string Previous,
    string Hash)
{
    public static CheckpointLine Of(LedgerCheckpoint checkpoint) => new(
        checkpoint.Number,
        LedgerTime.Write(checkpoint.Time),
        checkpoint.Entries,
        checkpoint.Commitments,
        checkpoint.Chains,
        checkpoint.HeadsRoot,
        checkpoint.Balances.ToImmutableSortedDictionary(
            balance => balance.Key, balance => balance.Value.Wei.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
        checkpoint.Previous,
        checkpoint.Hash);

    /// <summary>The hash that the other fields give.</summary>
    public string ComputedHash() => LinkHash.Of(
        LedgerCheckpoints.Format,
        Number.ToString(CultureInfo.InvariantCulture),
        Time,
        Entries.ToString(CultureInfo.InvariantCulture),
        Commitments.ToString(CultureInfo.InvariantCulture),
        Chains.ToString(CultureInfo.InvariantCulture),
        HeadsRoot,
        string.Join(
            ',', Balances.OrderBy(balance => balance.Key, StringComparer.Ordinal).Select(balance => $"{balance.Key}={balance.Value}")),
        Previous);
}

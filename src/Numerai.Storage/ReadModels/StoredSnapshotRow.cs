namespace Numerai.Storage.ReadModels;

/// <summary>A row of <see cref="ProofSql.Snapshot"/>: a chain's head, an account's balance, or a count.</summary>
internal sealed class StoredSnapshotRow
{
    public string Kind { get; init; } = string.Empty;

    public string Name { get; init; } = string.Empty;

    public long Number { get; init; }

    public string Text { get; init; } = string.Empty;
}

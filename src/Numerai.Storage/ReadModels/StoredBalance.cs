namespace Numerai.Storage.ReadModels;

/// <summary>A ledger account's balance in the types of the database.</summary>
internal sealed class StoredBalance
{
    public string Account { get; init; } = string.Empty;

    public string Amount { get; init; } = "0";
}

namespace Numerai.Client.Accounts;

/// <summary>Where a ledger chain ends: the number of its entries and the hash of the last.</summary>
public sealed record LedgerHead(long Sequence, string Hash);

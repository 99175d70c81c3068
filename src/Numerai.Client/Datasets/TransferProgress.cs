namespace Numerai.Client.Datasets;

/// <summary>How far a transfer is. After a lost connection <paramref name="Transferred"/> may step back to what the server holds.</summary>
/// <param name="Total">In bytes; null when the source cannot tell.</param>
public readonly record struct TransferProgress(long Transferred, long? Total);

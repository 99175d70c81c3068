namespace Numerai.Client;

/// <summary>A read was answered before the server's tables had everything that this client was answered before.</summary>
public sealed class StaleReadEventArgs(Uri address) : EventArgs
{
    /// <summary>What was read; ask again in a moment to see the rest.</summary>
    public Uri Address { get; } = address;
}

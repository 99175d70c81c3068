namespace Numerai.Tournament.Ports;

/// <summary>
/// A feed cannot be reached or read. The message is published in events and alerts, so it names the file and never the feed's address or
/// path.
/// </summary>
public sealed class FeedException(string message, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>The feed does not answer as a whole; asking it for another file now would be as much in vain.</summary>
    public bool Down { get; init; }
}

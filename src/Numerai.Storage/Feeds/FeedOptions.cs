namespace Numerai.Storage.Feeds;

/// <summary>How feeds on the web are read.</summary>
public sealed record FeedOptions
{
    /// <summary>Whether feeds may be on this machine and in private networks.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>A file of headers that open feeds, see <see cref="FeedCredentials"/>; null for none.</summary>
    public string? CredentialsFile { get; init; }

    /// <summary>No file may take longer, however it comes.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long <see cref="LeastProgress"/> may take, or the answer's head.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes; a body that drips more slowly counts as stalled.</summary>
    public int LeastProgress { get; init; } = 16 * 1024;
}

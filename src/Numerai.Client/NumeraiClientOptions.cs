namespace Numerai.Client;

/// <summary>How a <see cref="NumeraiClient"/> reaches its server.</summary>
public sealed record NumeraiClientOptions
{
    public static Uri DefaultUrl { get; } = new("http://127.0.0.1:8080");

    /// <summary>The server's root, such as https://tournament.example.org.</summary>
    public Uri Url { get; init; } = DefaultUrl;

    /// <summary>Null for calls that need no key.</summary>
    public NumeraiCredentials? Credentials { get; init; }

    /// <summary>How often a call that is safe to repeat is repeated after a lost connection, a timeout, a 5xx or a 429.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Wait before the first repetition; it doubles each time, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for one attempt of a call; transfers of files only give up when nothing moves for this long.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Times of retries and timeouts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

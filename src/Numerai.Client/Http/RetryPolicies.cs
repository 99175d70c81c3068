using System.Net;
using System.Net.Sockets;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Numerai.Client.Http;

/// <summary>Exponential backoff with jitter around one attempt, which has its own timeout.</summary>
internal sealed class RetryPolicies(NumeraiClientOptions options)
{
    private readonly ResiliencePipeline<ApiAnswer> _safe = Build(options, IsTransient, attemptTimeout: true);
    private readonly ResiliencePipeline<ApiAnswer> _onlyUnsent = Build(options, IsUnsent, attemptTimeout: true);
    private readonly ResiliencePipeline<ApiAnswer> _transfer = Build(options, IsTransient, attemptTimeout: false);

    public ResiliencePipeline<ApiAnswer> For(Repeat repeat) => repeat == Repeat.Safe ? _safe : _onlyUnsent;

    /// <summary>For transfers, which watch their own progress instead of the clock.</summary>
    public ResiliencePipeline<ApiAnswer> Transfer => _transfer;

    private static ResiliencePipeline<ApiAnswer> Build(
        NumeraiClientOptions options, Func<Outcome<ApiAnswer>, bool> repeatable, bool attemptTimeout)
    {
        var builder = new ResiliencePipelineBuilder<ApiAnswer> { TimeProvider = options.Time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<ApiAnswer>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                MaxDelay = options.LongestRetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => new ValueTask<bool>(repeatable(arguments.Outcome)),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(Wait(arguments.Outcome.Result, arguments.AttemptNumber, options)),
            });
        }

        return attemptTimeout
            ? builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout }).Build()
            : builder.Build();
    }

    /// <summary>
    /// Not before the server asked to be asked again, and never sooner than without its asking: it may be away for longer than it thinks.
    /// </summary>
    private static TimeSpan? Wait(ApiAnswer? answer, int attempt, NumeraiClientOptions options)
    {
        if (answer?.RetryAfter is not { } asked)
        {
            return null;
        }

        var backoff = options.RetryDelay.Ticks * Math.Pow(2, attempt);
        return TimeSpan.FromTicks((long)Math.Min(Math.Max(asked.Ticks, backoff), options.LongestRetryDelay.Ticks));
    }

    private static bool IsTransient(Outcome<ApiAnswer> outcome) =>
        outcome.Result?.Transient ?? outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException;

    private static bool IsUnsent(Outcome<ApiAnswer> outcome) =>
        outcome.Result?.Status == HttpStatusCode.TooManyRequests
        || outcome.Exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError,
            InnerException: SocketException
            {
                SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain,
            },
        };
}

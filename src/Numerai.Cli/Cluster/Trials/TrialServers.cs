using System.Net;
using Numerai.Client;

namespace Numerai.Cli.Cluster.Trials;

/// <summary>
/// Several addresses of one platform. A call goes to one of them and, when that one does not answer, to the next, until the patience is
/// over: what a load balancer and a stubborn client do.
/// </summary>
internal sealed class TrialServers(IReadOnlyList<Uri> urls, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _wait = TimeSpan.FromMilliseconds(300);
    private int _next;
    private int _repeats;
    private long _longest;

    /// <summary>Calls that had to be made again.</summary>
    public int Repeats => _repeats;

    /// <summary>From giving a command until it was answered, repeats included.</summary>
    public TimeSpan LongestCall => TimeSpan.FromTicks(Interlocked.Read(ref _longest));

    public TrialCaller As(NumeraiCredentials? credentials) => new(this, [.. urls.Select(url => new NumeraiClient(new NumeraiClientOptions
    {
        Url = url,
        Credentials = credentials,
        Retries = 0,
        Timeout = TimeSpan.FromMinutes(2),
    }))]);

    internal async Task<T> CallAsync<T>(
        IReadOnlyList<NumeraiClient> clients, Func<NumeraiClient, Task<T>> call, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var client = clients[(int)((uint)Interlocked.Increment(ref _next) % (uint)clients.Count)];
            try
            {
                var answer = await call(client);
                KeepLongest(time.GetElapsedTime(started).Ticks);
                return answer;
            }
            catch (NumeraiApiException fault) when (MayPass(fault) && time.GetElapsedTime(started) < _patience)
            {
                Interlocked.Increment(ref _repeats);
            }

            await Task.Delay(_wait, time, cancellation);
        }
    }

    private void KeepLongest(long ticks)
    {
        for (var known = Interlocked.Read(ref _longest); ticks > known; known = Interlocked.Read(ref _longest))
        {
            Interlocked.CompareExchange(ref _longest, ticks, known);
        }
    }

    /// <summary>An upload whose bytes went to a silo that died before it had stored them is begun anew.</summary>
    private static bool MayPass(NumeraiApiException fault) =>
        fault.Code is NumeraiApiException.Unreachable or NumeraiApiException.NotUnderstood or "upload_missing" or "upload_used"
        || fault.Status is >= HttpStatusCode.InternalServerError;
}

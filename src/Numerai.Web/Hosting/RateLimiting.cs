using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Numerai.Contracts;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Hosting;

/// <summary>Token buckets per key, or per address for requests without one.</summary>
internal static class RateLimiting
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services,
        RateLimits limits) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, limits));
        options.OnRejected = RejectAsync;
    });

    private static RateLimitPartition<string> Partition(HttpContext context, RateLimits limits)
    {
        if (context.Request.Path.StartsWithSegments("/health"))
        {
            return RateLimitPartition.GetNoLimiter("health");
        }

        return Caller.Of(context.User) switch
        {
            { IsOperator: true } => RateLimitPartition.GetNoLimiter("operator"),
            { } caller =>
                RateLimitPartition.GetTokenBucketLimiter("key/" + caller.PublicId, _ => Bucket(limits.KeyPerSecond, limits.KeyBurst)),
            null => RateLimitPartition.GetTokenBucketLimiter(
                $"address/{context.Connection.RemoteIpAddress}", _ => Bucket(limits.AddressPerSecond, limits.AddressBurst)),
        };
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    private static ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var refusal = new Refusal(ApiCodes.RateLimited, $"Too many requests; nothing was done, try again in {seconds} s.");
        return new ValueTask(Problem.Of(refusal).WriteAsync(context.HttpContext));
    }
}

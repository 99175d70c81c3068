namespace Numerai.Web.Hosting;

/// <summary>
/// Requests per second and the burst beyond them, per API key and per address without one. Operators' keys are not limited.
/// </summary>
public sealed record RateLimits(int KeyPerSecond, int KeyBurst, int AddressPerSecond, int AddressBurst)
{
    public static RateLimits Default { get; } = new(50, 500, 20, 200);
}

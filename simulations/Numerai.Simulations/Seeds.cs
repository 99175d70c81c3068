using MathNet.Numerics.Random;

namespace Numerai.Simulations;

/// <summary>
/// Derives independent random streams from one seed. A stream is named by numbers (which era, which account, what for), so that what one
/// part draws never moves what another part draws.
/// </summary>
public static class Seeds
{
    /// <summary>Mixes numbers into a seed by the finalizer of SplitMix64.</summary>
    public static int Mix(long seed, params ReadOnlySpan<long> name)
    {
        unchecked
        {
            var state = Scramble((ulong)seed + 0x9E3779B97F4A7C15UL);
            foreach (var part in name)
            {
                state = Scramble(state + 0x9E3779B97F4A7C15UL + ((ulong)part * 0xD1B54A32D192ED03UL));
            }

            return (int)(state & 0x7FFFFFFF);
        }
    }

    /// <summary>A number that stands for a text, the same on every machine.</summary>
    public static long Of(string text)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var character in text)
            {
                hash = (hash ^ character) * 1099511628211UL;
            }

            return (long)hash;
        }
    }

    /// <summary>A stream (xoshiro256**) of its own.</summary>
    public static Random Stream(long seed, params ReadOnlySpan<long> name) => new Xoshiro256StarStar(Mix(seed, name), threadSafe: false);

    private static ulong Scramble(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}

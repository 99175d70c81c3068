using System.Numerics;
using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>Shares of amounts: whole wei, truncated.</summary>
internal static class Shares
{
    private const long Billion = 1_000_000_000;

    /// <param name="share">0 or more; nine decimals count.</param>
    public static Nmr Of(Nmr amount, double share) => amount.MultiplyTruncated((BigInteger)Math.Round(share * Billion), Billion);

    public static Nmr Of(decimal nmr) =>
        Nmr.Parse(decimal.Round(nmr, 9).ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>NMR in double precision, for statistics only.</summary>
    public static double Number(Nmr amount) => (double)amount.Wei / 1e18;
}

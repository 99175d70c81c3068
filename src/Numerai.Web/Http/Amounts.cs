using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Web.Http;

/// <summary>Amounts as people send them.</summary>
internal static class Amounts
{
    /// <summary>Far above what there is of NMR and far below where sums would leave their type.</summary>
    private static readonly Nmr _largest = Nmr.FromNmr(1_000_000_000);

    public static Outcome<Nmr> Read(string text)
    {
        if (!Nmr.TryParse(text, out var amount))
        {
            return Invalid(text, $"an amount is a decimal number with at most {Nmr.Decimals} places, such as \"12.5\"");
        }

        return !amount.IsPositive ? Invalid(text, "it must be positive")
            : amount > _largest ? Invalid(text, $"the largest amount is {_largest} NMR")
            : amount;
    }

    private static Refusal Invalid(string text, string why) => new(RefusalCodes.InvalidAmount, $"The amount is '{text}'; {why}.");
}

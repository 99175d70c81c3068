using System.Globalization;
using System.Text;

namespace Numerai.Data.Submissions;

/// <summary>Numbers of a file, correctly rounded.</summary>
internal static class DecimalText
{
    // Ten to these powers is exact in a double, so one division of an exact whole number rounds once, which is correctly.
    private static readonly double[] ExactPowers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a number. Nothing, <c>nan</c> and the like are NaN and readable; text that is no number is not.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        if (TryParsePlain(text, out value))
        {
            return true;
        }

        text = text.Trim((byte)' ');
        return (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value))
            || TryParseWord(text, out value);
    }

    /// <summary>The common form <c>0.123456</c>: up to fifteen digits and no exponent.</summary>
    private static bool TryParsePlain(ReadOnlySpan<byte> text, out double value)
    {
        unchecked
        {
            ulong digits = 0;
            int point = -1;
            for (int index = 0; index < text.Length; index++)
            {
                uint digit = (uint)(text[index] - '0');
                if (digit <= 9)
                {
                    digits = (digits * 10) + digit;
                }
                else if (text[index] == '.' && point < 0)
                {
                    point = index;
                }
                else
                {
                    value = double.NaN;
                    return false;
                }
            }

            int decimals = point < 0 ? 0 : text.Length - 1 - point;
            int count = point < 0 ? text.Length : text.Length - 1;
            bool exact = count is > 0 and <= 18 && digits < 1UL << 53;
            value = exact ? digits / ExactPowers[decimals] : double.NaN;
            return exact;
        }
    }

    private static bool TryParseWord(ReadOnlySpan<byte> text, out double value)
    {
        bool negative = text.StartsWith("-"u8);
        ReadOnlySpan<byte> word = negative || text.StartsWith("+"u8) ? text[1..] : text;
        if (Ascii.EqualsIgnoreCase(word, "inf"u8) || Ascii.EqualsIgnoreCase(word, "infinity"u8))
        {
            value = negative ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        value = double.NaN;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double overflown) && double.IsInfinity(overflown))
        {
            value = overflown;
            return true;
        }

        return word.IsEmpty ? !negative && text.IsEmpty : Ascii.EqualsIgnoreCase(word, "nan"u8) || Ascii.EqualsIgnoreCase(word, "na"u8)
            || Ascii.EqualsIgnoreCase(word, "null"u8) || Ascii.EqualsIgnoreCase(word, "none"u8);
    }
}

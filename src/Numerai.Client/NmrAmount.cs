using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Numerai.Client.Http;

namespace Numerai.Client;

/// <summary>
/// An exact amount of NMR, counted in wei (10^-18 NMR), so that no amount ever passes through binary floating point. The default value
/// is zero; arithmetic is checked and throws where it would leave the range of <see cref="Int128"/> (about 1.7e20 NMR).
/// </summary>
[JsonConverter(typeof(NmrAmountJsonConverter))]
public readonly record struct NmrAmount(Int128 Wei) : IComparable<NmrAmount>
{
    /// <summary>Digits after the decimal point in the text form.</summary>
    public const int Decimals = 18;

    private static readonly Int128 _weiPerNmr = Int128.Parse("1000000000000000000", CultureInfo.InvariantCulture);

    public static NmrAmount Zero => default;

    public static NmrAmount FromNmr(long nmr) => new(checked(nmr * _weiPerNmr));

    public static NmrAmount operator +(NmrAmount left, NmrAmount right) => new(checked(left.Wei + right.Wei));

    public static NmrAmount operator -(NmrAmount left, NmrAmount right) => new(checked(left.Wei - right.Wei));

    public static bool operator <(NmrAmount left, NmrAmount right) => left.Wei < right.Wei;

    public static bool operator >(NmrAmount left, NmrAmount right) => left.Wei > right.Wei;

    public static bool operator <=(NmrAmount left, NmrAmount right) => left.Wei <= right.Wei;

    public static bool operator >=(NmrAmount left, NmrAmount right) => left.Wei >= right.Wei;

    public int CompareTo(NmrAmount other) => Wei.CompareTo(other.Wei);

    /// <summary>
    /// Reads a decimal with at most 18 places, such as "12.5" or "-0.000000000000000001": no exponent, separators or spaces.
    /// </summary>
    /// <exception cref="FormatException">The text is no such number.</exception>
    public static NmrAmount Parse(string text) =>
        TryParse(text, out var value)
            ? value
            : throw new FormatException(
                $"'{text}' is not an NMR amount: expected a decimal number with at most {Decimals} places, such as 12.5.");

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out NmrAmount value)
    {
        value = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var negative = text[0] == '-';
        var parts = text[(negative ? 1 : 0)..].Split('.');
        if (parts.Length > 2 || parts[0].Length is 0 or > 20 || (parts.Length == 2 && parts[1].Length is 0 or > Decimals))
        {
            return false;
        }

        // 20 digits before the point and 18 after it stay below the 39 digits of Int128, but not every such number fits: hence the parse.
        var digits = parts[0] + (parts.Length == 2 ? parts[1] : string.Empty).PadRight(Decimals, '0');
        if (!Int128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var wei))
        {
            return false;
        }

        value = new NmrAmount(negative ? -wei : wei);
        return true;
    }

    /// <summary>The shortest exact decimal: no exponent, no trailing zeros, "0" for zero.</summary>
    public override string ToString()
    {
        var digits = Wei.ToString(CultureInfo.InvariantCulture);
        var sign = digits.StartsWith('-') ? "-" : string.Empty;
        digits = digits[sign.Length..].PadLeft(Decimals + 1, '0');
        var fraction = digits[^Decimals..].TrimEnd('0');
        return fraction.Length == 0 ? sign + digits[..^Decimals] : $"{sign}{digits[..^Decimals]}.{fraction}";
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>
/// An exact amount of NMR, counted in wei (10^-18 NMR). The default value is zero. Arithmetic is checked: leaving the range of
/// <see cref="Int128"/> (about 1.7e20 NMR) throws instead of wrapping.
/// </summary>
[JsonConverter(typeof(NmrJsonConverter))]
public readonly record struct Nmr(Int128 Wei) : IComparable<Nmr>
{
    /// <summary>Digits after the decimal point in the text form.</summary>
    public const int Decimals = 18;

    private static readonly Int128 _weiPerNmr = Int128.Parse("1000000000000000000", CultureInfo.InvariantCulture);

    public static Nmr Zero => default;

    public bool IsZero => Wei == Int128.Zero;

    public bool IsPositive => Wei > Int128.Zero;

    public bool IsNegative => Wei < Int128.Zero;

    /// <summary>Makes an amount from whole NMR.</summary>
    public static Nmr FromNmr(long nmr) => new(checked(nmr * _weiPerNmr));

    public static Nmr Min(Nmr left, Nmr right) => left <= right ? left : right;

    public static Nmr Max(Nmr left, Nmr right) => left >= right ? left : right;

    public static Nmr operator +(Nmr left, Nmr right) => new(checked(left.Wei + right.Wei));

    public static Nmr operator -(Nmr left, Nmr right) => new(checked(left.Wei - right.Wei));

    public static Nmr operator -(Nmr value) => new(checked(-value.Wei));

    public static bool operator <(Nmr left, Nmr right) => left.Wei < right.Wei;

    public static bool operator >(Nmr left, Nmr right) => left.Wei > right.Wei;

    public static bool operator <=(Nmr left, Nmr right) => left.Wei <= right.Wei;

    public static bool operator >=(Nmr left, Nmr right) => left.Wei >= right.Wei;

    public int CompareTo(Nmr other) => Wei.CompareTo(other.Wei);

    /// <summary>
    /// Multiplies by <paramref name="numerator"/> / <paramref name="denominator"/> and truncates toward zero to whole wei.
    /// </summary>
    public Nmr MultiplyTruncated(BigInteger numerator, BigInteger denominator) =>
        new((Int128)BigInteger.Divide((BigInteger)Wei * numerator, denominator));

    /// <summary>
    /// Reads a decimal with up to 18 places, such as "12.5" or "-0.000000000000000001". No exponent, no separators, no spaces.
    /// </summary>
    public static Nmr Parse(string text) =>
        TryParse(text, out var value)
            ? value
            : throw new FormatException($"'{text}' is not an NMR amount: expected a decimal number with at most {Decimals} places.");

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Nmr value)
    {
        value = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var negative = text[0] == '-';
        var body = text.AsSpan(negative ? 1 : 0);
        var point = body.IndexOf('.');
        var whole = point < 0 ? body : body[..point];
        var fraction = point < 0 ? [] : body[(point + 1)..];
        if (whole.IsEmpty || whole.Length > 20 || fraction.Length > Decimals || (point >= 0 && fraction.IsEmpty))
        {
            return false;
        }

        if (!TryReadDigits(whole, out var wholePart) || !TryReadDigits(fraction, out var fractionPart))
        {
            return false;
        }

        for (var place = fraction.Length; place < Decimals; place++)
        {
            fractionPart *= 10;
        }

        var wei = (wholePart * (BigInteger)_weiPerNmr) + fractionPart;
        if (wei > (BigInteger)Int128.MaxValue)
        {
            return false;
        }

        value = new Nmr((Int128)(negative ? -wei : wei));
        return true;
    }

    /// <summary>The shortest exact decimal: no exponent, no trailing zeros, "0" for zero.</summary>
    public override string ToString()
    {
        var magnitude = BigInteger.Abs(Wei);
        var whole = BigInteger.DivRem(magnitude, (BigInteger)_weiPerNmr, out var fraction);
        var sign = IsNegative ? "-" : string.Empty;
        if (fraction.IsZero)
        {
            return sign + whole.ToString(CultureInfo.InvariantCulture);
        }

        var places = fraction.ToString("D18", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{sign}{whole.ToString(CultureInfo.InvariantCulture)}.{places}";
    }

    private static bool TryReadDigits(ReadOnlySpan<char> digits, out BigInteger value)
    {
        value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}

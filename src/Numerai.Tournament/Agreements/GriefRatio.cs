using System.Numerics;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Agreements;

/// <summary>The price of a punishment.</summary>
/// <param name="Value">NMR that burning 1 NMR costs, 0 up to <see cref="Largest"/>; 0 unless the type is decimal.</param>
public sealed record GriefRatio(GriefRatioType Type, decimal Value)
{
    /// <summary>Far above any use, and small enough that no cost leaves the range of amounts.</summary>
    public const decimal Largest = 1_000_000;

    /// <summary>More NMR than there is; a cost above it can't be paid by anyone.</summary>
    private static readonly BigInteger _largestCost = (BigInteger)Nmr.FromNmr(1_000_000_000).Wei;

    /// <summary>Null when the ratio can be agreed on.</summary>
    public Refusal? Check()
    {
        if (!Enum.IsDefined(Type))
        {
            return new Refusal(RefusalCodes.InvalidRatio, "The ratio's type is none, infinite or decimal.");
        }

        if (Type != GriefRatioType.Decimal)
        {
            return Value == 0
                ? null
                : new Refusal(RefusalCodes.InvalidRatio, $"The ratio is {Value} and its type {Type}; only a decimal ratio has a value.");
        }

        return Value is > 0 and <= Largest && decimal.Round(Value, Nmr.Decimals) == Value
            ? null
            : new Refusal(
                RefusalCodes.InvalidRatio,
                $"The ratio is {Value}; it lies above 0 and up to {Largest} with at most {Nmr.Decimals} decimals (a free punishment has "
                    + "the type infinite).");
    }

    /// <summary>What burning an amount costs, rounded up to whole wei so that no punishment of a decimal ratio is free.</summary>
    public Outcome<Nmr> CostOf(Nmr punishment)
    {
        if (Type != GriefRatioType.Decimal)
        {
            return Nmr.Zero;
        }

        var parts = decimal.GetBits(Value);
        var mantissa = (BigInteger)new decimal(parts[0], parts[1], parts[2], isNegative: false, scale: 0);
        var scale = BigInteger.Pow(10, (parts[3] >> 16) & 0xFF);
        var cost = (((BigInteger)punishment.Wei * mantissa) + scale - 1) / scale;
        return cost <= _largestCost
            ? new Nmr((Int128)cost)
            : new Refusal(
                RefusalCodes.RatioOverflow,
                $"Burning {punishment} NMR at the ratio {Value} would cost more NMR than there is; punish less.");
    }
}

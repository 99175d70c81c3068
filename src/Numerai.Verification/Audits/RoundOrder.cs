using Numerai.Contracts;

namespace Numerai.Verification.Audits;

/// <summary>Rounds by tournament and number; texts that name no round come first.</summary>
internal sealed class RoundOrder : IComparer<string>
{
    public static RoundOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = RoundId.TryParse(x ?? string.Empty, out var first);
        var right = RoundId.TryParse(y ?? string.Empty, out var second);
        return left && right ? first.CompareTo(second) : left != right ? left.CompareTo(right) : string.CompareOrdinal(x, y);
    }
}

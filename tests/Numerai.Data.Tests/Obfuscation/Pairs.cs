namespace Numerai.Data.Tests.Obfuscation;

internal static class Pairs
{
    public static IEnumerable<(T Left, T Right)> Pairwise<T>(this IEnumerable<T> values)
    {
        var all = values.ToList();
        return all.Zip(all.Skip(1));
    }
}

using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Numerai.Grains.Serialization;

namespace Numerai.Grains.Tests.Wire;

/// <summary>Compares contracts field by field, since records that hold collections are equal only to themselves.</summary>
internal static class Differences
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Where two values differ first; null when they don't.</summary>
    public static string? Between(object? sent, object? arrived, string path = "") =>
        (Absent(sent), Absent(arrived)) switch
        {
            (true, true) => null,
            (true, false) or (false, true) => Text(path, sent, arrived),
            _ when sent!.GetType() != arrived!.GetType() => Text(path, sent.GetType(), arrived.GetType()),
            _ when sent is IEnumerable and not string => InItems(Items(sent), Items(arrived), path),
            _ when ContractTypes.OfDomain.Contain(sent.GetType()) && !sent.GetType().IsEnum => InFields(sent, arrived, path),
            _ => sent.Equals(arrived) ? null : Text(path, sent, arrived),
        };

    /// <summary>An immutable array that was never made is no list of nothing.</summary>
    private static bool Absent(object? value) => value is null
        || (value.GetType() is { IsConstructedGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(value)!);

    private static string? InFields(object sent, object arrived, string path)
    {
        for (var type = sent.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Fields))
            {
                if (Between(field.GetValue(sent), field.GetValue(arrived), $"{path}.{field.Name}") is { } difference)
                {
                    return difference;
                }
            }
        }

        return null;
    }

    private static string? InItems(List<(object? Key, object? Value)> sent, List<(object? Key, object? Value)> arrived, string path) =>
        sent.Count != arrived.Count
            ? Text($"{path}.Count", sent.Count, arrived.Count)
            : sent.Zip(arrived)
                .Select((pair, index) => Between(pair.First.Key, pair.Second.Key, $"{path}[{index}].Key")
                    ?? Between(pair.First.Value, pair.Second.Value, $"{path}[{index}]"))
                .FirstOrDefault(difference => difference is not null);

    /// <summary>Entries of a dictionary in one order, whatever its own.</summary>
    private static List<(object? Key, object? Value)> Items(object collection) => collection is IDictionary entries
        ? [.. entries.Keys.Cast<object>().OrderBy(key => $"{key}", StringComparer.Ordinal).Select(key => ((object?)key, entries[key]))]
        : [.. ((IEnumerable)collection).Cast<object?>().Select(item => ((object?)null, item))];

    private static string Text(string path, object? sent, object? arrived) =>
        $"{path}: sent '{sent ?? "null"}', arrived '{arrived ?? "null"}'";
}

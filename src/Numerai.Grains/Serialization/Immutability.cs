using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;

namespace Numerai.Grains.Serialization;

/// <summary>
/// Tells which contracts nobody can change once they are made, from what they are made of: fields that are set once, of types of which the
/// same holds. A type that a list, an array or a setter is part of is not among them.
/// </summary>
internal sealed class Immutability(ContractTypes contracts)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly FrozenSet<Type> _values = new[]
    {
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Guid), typeof(BigInteger), typeof(Int128), typeof(UInt128), typeof(Uri),
    }.ToFrozenSet();

    private static readonly FrozenSet<Type> _holders = new[]
    {
        typeof(Nullable<>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>),
    }.ToFrozenSet();

    private readonly ConcurrentDictionary<Type, string?> _known = new();

    /// <summary>Whether every instance of a type, and all it leads to, stays as it was made.</summary>
    public bool Holds(Type type) => Fault(type) is null;

    /// <summary>What can change in a type, as a path to it; null when nothing can.</summary>
    public string? Fault(Type type) => _known.GetOrAdd(type, root => Fault(root, []));

    private string? Fault(Type type, HashSet<Type> within)
    {
        if (type.IsPrimitive || type.IsEnum || _values.Contains(type) || !within.Add(type))
        {
            return null;
        }

        if (type.IsConstructedGenericType && _holders.Contains(type.GetGenericTypeDefinition()))
        {
            return First(type.GenericTypeArguments, argument => Fault(argument, within));
        }

        return contracts.Contain(type) && !type.IsInterface
            ? First(Lineage(type), part => FieldFault(part, within)) ?? First(contracts.HeirsOf(type), heir => Fault(heir, within))
            : $"{type} is not known to be immutable";
    }

    private string? FieldFault(Type type, HashSet<Type> within) => First(type.GetFields(Own), field =>
        !field.IsInitOnly ? $"{type}.{field.Name} can be set again"
        : Fault(field.FieldType, within) is { } fault ? $"{type}.{field.Name}: {fault}"
        : null);

    /// <summary>The type and what it inherits fields from.</summary>
    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            yield return part;
        }
    }

    private static string? First<T>(IEnumerable<T> parts, Func<T, string?> fault) =>
        parts.Select(fault).FirstOrDefault(found => found is not null);
}

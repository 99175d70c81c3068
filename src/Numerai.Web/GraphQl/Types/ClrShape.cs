using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Numerai.Web.GraphQl.Types;

/// <summary>What a property or parameter is in GraphQL's terms: nullable or not, a list or one.</summary>
/// <param name="Type">Without <see cref="Nullable{T}"/> and <see cref="Deferred{T}"/>.</param>
/// <param name="Element">Of a list.</param>
internal sealed record ClrShape(Type Type, bool Nullable, ClrShape? Element)
{
    public static ClrShape Of(NullabilityInfo info)
    {
        var type = System.Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var nullable = info.ReadState == NullabilityState.Nullable || type != info.Type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Deferred<>))
        {
            return Of(info.GenericTypeArguments[0]);
        }

        if (type == typeof(string) || type == typeof(byte[]) || IsDictionary(type) || !typeof(IEnumerable).IsAssignableFrom(type))
        {
            return new ClrShape(type, nullable, null);
        }

        var element = info.ElementType ?? info.GenericTypeArguments[0];
        return new ClrShape(type, nullable, Of(element));
    }

    /// <summary>Of a value that stands by itself, such as what a handler answers: it may be null.</summary>
    public static ClrShape Of(Type type)
    {
        var bare = System.Nullable.GetUnderlyingType(type) ?? type;
        var list = bare != typeof(string) && bare != typeof(byte[]) && !IsDictionary(bare) && typeof(IEnumerable).IsAssignableFrom(bare);
        return new ClrShape(bare, true, list ? Of(bare.GetElementType() ?? bare.GetGenericArguments()[0]) : null);
    }

    private static bool IsDictionary(Type type) => type.GetInterfaces().Append(type).Any(
        one => one.IsGenericType && one.GetGenericTypeDefinition() is var definition
            && (definition == typeof(IReadOnlyDictionary<,>) || definition == typeof(IDictionary<,
>) || definition == typeof(ImmutableDictionary<,>)));
}

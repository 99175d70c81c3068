using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using Numerai.Contracts;

namespace Numerai.Grains.Tests.Wire;

/// <summary>Makes a value of any contract, no two parts of it alike and none at its default.</summary>
/// <param name="optional">False to leave out what may be left out: optional parameters and properties that need not be set.</param>
internal sealed class Samples(bool optional = true)
{
    private static readonly DateTimeOffset _start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private int _count;

    /// <summary>A value of each type that a type stands for: itself, or those derived from it.</summary>
    public static IEnumerable<Type> Concrete(Type type) =>
        type.IsAbstract ? type.Assembly.GetTypes().Where(other => other.BaseType == type).SelectMany(Concrete) : [type];

    public object Make(Type type)
    {
        _count++;
        return Value(type) ?? (Nullable.GetUnderlyingType(type) is { } inner ? Make(inner)
            : type.IsConstructedGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? Collection(type)
            : type.IsAbstract ? Make(Concrete(type).First())
            : Contract(type));
    }

    public object Accepted(Type outcome) => Constructor(outcome).Invoke([Make(outcome.GenericTypeArguments[0]), null]);

    public object Refused(Type outcome) => Constructor(outcome).Invoke([null, Make(typeof(Refusal))]);

    private object? Value(Type type) => type switch
    {
        _ when type == typeof(string) => $"text {_count}",
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateTimeOffset) => _start.AddHours(_count),
        _ when type == typeof(DateOnly) => DateOnly.FromDateTime(_start.Date).AddDays(_count),
        _ when type == typeof(TimeOnly) => new TimeOnly(_count % 24, 30),
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(_count),
        _ when type == typeof(Guid) => new Guid(_count, 1, 2, [1, 2, 3, 4, 5, 6, 7, 8]),
        _ when type == typeof(Int128) => (Int128)1_000_000_000_000_000_000 * _count,
        _ when type == typeof(decimal) => _count + 0.25m,
        _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
        _ when type.IsPrimitive => Convert.ChangeType(_count % 100, type, null),
        _ => null,
    };

    private object Collection(Type type)
    {
        var arguments = type.GenericTypeArguments;
        var factory = typeof(ImmutableArray).Assembly.GetType($"{type.Namespace}.{type.Name.Split('`')[0]}")!;
        var element = arguments.Length == 1 ? arguments[0] : typeof(KeyValuePair<,>).MakeGenericType(arguments);
        var items = Array.CreateInstance(element, 2);
        for (var item = 0; item < items.Length; item++)
        {
            object[] parts = [.. arguments.Select(Make)];
            items.SetValue(parts.Length == 1 ? parts[0] : Activator.CreateInstance(element, parts), item);
        }

        var create = factory.GetMethods().First(method => method.Name == "CreateRange"
            && method.GetGenericArguments().Length == arguments.Length
            && method.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }]);
        return create.MakeGenericMethod(arguments).Invoke(null, [items])!;
    }

    private object Contract(Type type)
    {
        var constructor = Constructor(type);
        var made = constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
        var given = constructor.GetParameters().Select(parameter => parameter.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !given.Contains(property.Name)))
        {
            if (optional || property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)))
            {
                property.SetValue(made, Make(property.PropertyType));
            }
        }

        return made;
    }

    private object? Argument(ParameterInfo parameter) =>
        optional || !parameter.HasDefaultValue ? Make(parameter.ParameterType)
        : parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private static ConstructorInfo Constructor(Type type)
    {
        var all = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return all.FirstOrDefault(constructor => constructor.IsDefined(typeof(JsonConstructorAttribute)))
            ?? all.Where(constructor => constructor.IsPublic).MaxBy(constructor => constructor.GetParameters().Length)
            ?? throw new NotSupportedException($"There is no constructor to make a sample of {type} with.");
    }
}

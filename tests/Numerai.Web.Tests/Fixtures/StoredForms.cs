using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Tests.Fixtures;

/// <summary>
/// The JSON forms of everything that is stored and written again: the states of actors and their events, a line for each member of each
/// type, each value of an enumeration, each discriminator.
/// </summary>
internal static class StoredForms
{
    private static readonly JsonSerializerOptions _json = new(StoredJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static IReadOnlyList<string> Lines()
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Type>();
        foreach (var root in States().Select(state => typeof(Persisted<>).MakeGenericType(state)).Append(typeof(TournamentEvent)))
        {
            Add(root, lines, seen);
        }

        return [.. lines];
    }

    private static IEnumerable<Type> States() => typeof(Actor<>).Assembly.GetTypes()
        .Select(type => type.BaseType)
        .Where(type => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Actor<>))
        .Select(type => type!.GetGenericArguments()[0])
        .Where(type => !type.IsGenericParameter);

    private static void Add(Type type, SortedSet<string> lines, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(type))
        {
            return;
        }

        if (type.IsEnum)
        {
            lines.UnionWith(Enum.GetNames(type).Select(name => $"{Name(type)} = {name}"));
            return;
        }

        var form = _json.GetTypeInfo(type);
        foreach (var derived in form.PolymorphismOptions?.DerivedTypes ?? [])
        {
            lines.Add($"{Name(type)} : {derived.TypeDiscriminator} {Name(derived.DerivedType)}");
            Add(derived.DerivedType, lines, seen);
        }

        foreach (var part in new[] { form.ElementType, form.KeyType }.OfType<Type>())
        {
            Add(part, lines, seen);
        }

        foreach (var member in form.Properties.Where(_ => form.Kind == JsonTypeInfoKind.Object))
        {
            lines.Add($"{Name(type)}.{member.Name} {Name(member.PropertyType)}");
            Add(member.PropertyType, lines, seen);
        }
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}

using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.Tests.Hostile;

/// <summary>
/// Bodies made of the records that requests are read into: every field with a value of its type, or with one of them spoilt.
/// </summary>
internal static class SampleBodies
{
    private const int Deepest = 4;

    public static JsonNode? Of(Type type, int depth = 0)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return Scalar(bare)
            ?? (depth > Deepest ? null : Element(bare) is { } element ? new JsonArray(Of(element, depth + 1)) : Record(bare, depth));
    }

    /// <summary>The body once for every list in it, with a null as the list's only item.</summary>
    public static IEnumerable<(string Path, string Body)> WithNullItems(Type type) =>
        from path in Paths(Of(type)!, "$")
        where path.Node is JsonArray
        select (path.Path + "[0]", Spoilt(type, path.Path, new JsonArray((JsonNode?)null)));

    /// <summary>The body once for every field in it, with this value for the field's.</summary>
    public static IEnumerable<string> With(Type type, string value) =>
        Paths(Of(type)!, "$").Where(path => path.Path != "$")
            .Select(path => Spoilt(type, path.Path, JsonValue.Create("\u0001spoilt")).Replace(
            "\"\\u0001spoilt\"", value, StringComparison.Ordinal));

    private static string Spoilt(Type type, string path, JsonNode value)
    {
        var body = Of(type)!;
        var found = Paths(body, "$").Single(one => one.Path == path).Node;
        found.ReplaceWith(value);
        return body.ToJsonString();
    }

    private static IEnumerable<(string Path, JsonNode Node)> Paths(JsonNode node, string path)
    {
        var inner = node switch
        {
            JsonObject fields =>
                fields.Where(field => field.Value is not null).SelectMany(field => Paths(field.Value!, $"{path}.{field.Key}")),
            JsonArray items => items.SelectMany((item, place) => item is null ? [] : Paths(item, $"{path}[{place}]")),
            _ => [],
        };
        return inner.Prepend((path, node));
    }

    private static JsonNode? Scalar(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(TournamentId) => 8,
        _ when type == typeof(bool) => true,
        _ when type == typeof(double) => 0.5,
        _ when type == typeof(decimal) || type == typeof(Nmr) => "1",
        _ when type == typeof(byte[]) => "AAAA",
        _ when type == typeof(JsonElement) => new JsonObject(),
        _ when type.IsEnum => JsonNamingPolicy.SnakeCaseLower.ConvertName(Enum.GetNames(type)[0]),
        _ when type == typeof(Guid) || type == typeof(AccountId) || type == typeof(ModelId) => "0f8fad5b-d9cb-869f-a165-70867728950e",
        _ when type == typeof(DateTimeOffset) => "2026-01-06T12:00:00Z",
        _ when type == typeof(TimeSpan) => "01:00:00",
        _ when type == typeof(DateOnly) => "2026-01-06",
        _ when type == typeof(TimeOnly) => "12:00:00",
        _ => null,
    };

    private static Type? Element(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) ? null
        : typeof(IEnumerable).IsAssignableFrom(type) ? type.GetElementType() ?? type.GetGenericArguments()[0]
        : null;

    private static JsonObject Record(Type type, int depth)
    {
        var info = ApiJson.Options.GetTypeInfo(type);
        return info.Kind == JsonTypeInfoKind.Dictionary ? new JsonObject { ["x"] = Of(type.GetGenericArguments()[1], depth + 1) }
            : info.Kind != JsonTypeInfoKind.Object ? throw new NotSupportedException($"There is no sample of {type}.")
            : new JsonObject(info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
                .Select(property => KeyValuePair.Create(property.Name, Of(property.PropertyType, depth + 1))));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Numerai.Contracts;

namespace Numerai.Web.Http;

/// <summary>Reads request bodies and says exactly what is wrong with them.</summary>
internal static class JsonBodyReader
{
    /// <summary>Levels of lists and objects.</summary>
    private const int DeepestBody = 64;

    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw new RefusedException(WrongMediaType(request));
        }

        using var document = await ParseAsync(request, cancellation);
        return (T)Read(document.RootElement, typeof(T));
    }

    /// <summary>JSON of any shape; whoever reads it checks it by <see cref="JsonRules"/> first.</summary>
    public static async Task<JsonDocument> ParseAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = DeepestBody }, cancellation);
        }
        catch (JsonException fault)
        {
            throw Invalid(Sentence(fault));
        }
    }

    /// <summary>As if it had come as a body.</summary>
    public static object Read(JsonElement body, Type type)
    {
        if (JsonRules.Check(body) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        try
        {
            CheckFields(body, ApiJson.Options.GetTypeInfo(type));
            return body.Deserialize(type, ApiJson.Options)!;
        }
        catch (JsonException fault)
        {
            throw Invalid(Sentence(fault));
        }
    }

    public static Refusal WrongMediaType(HttpRequest request)
    {
        var given = request.ContentType is { Length: > 0 } type ? $"'{type}'" : "a body without a content type";
        return new Refusal(ApiCodes.UnsupportedMediaType, $"{request.Method} {request.Path} takes application/json, not {given}.");
    }

    private static void CheckFields(JsonElement body, JsonTypeInfo type)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Invalid($"The request body is a JSON {body.ValueKind.ToString().ToLowerInvariant()}; an object is expected.");
        }

        var known = type.Properties.Select(property => property.Name).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in body.EnumerateObject())
        {
            if (!seen.Add(field.Name))
            {
                throw Invalid($"The request body names a field twice: '{field.Name}'.");
            }

            if (!known.Contains(field.Name, StringComparer.Ordinal))
            {
                throw Invalid($"The field '{field.Name}' is unknown here; known are {string.Join(", ", known)}.");
            }
        }

        foreach (var property in type.Properties)
        {
            if (property.IsRequired && (!body.TryGetProperty(property.Name, out var value) || value.ValueKind == JsonValueKind.Null))
            {
                throw Invalid($"The field '{property.Name}' is missing.");
            }
        }
    }

    private static string Sentence(JsonException fault)
    {
        // The serializer appends the path to its own messages, which name .NET types; ours are written for the sender.
        var ours = !fault.Message.Contains("Path: ", StringComparison.Ordinal) && fault.Path is not null;
        var reason = ours ? fault.Message : "a field is missing or unknown there, or its value is of another type.";
        return fault.Path is { Length: > 0 } path
            ? $"The request body is not understood at {path}: {reason}"
            : $"The request body is not valid JSON at line {(fault.LineNumber ?? 0) + 1}, byte "
                + $"{(fault.BytePositionInLine ?? 0) + 1}{Why(fault)}.";
    }

    /// <summary>The one reason that cannot be seen at the place.</summary>
    private static string Why(JsonException fault) =>
        fault.Message.Contains("maximum configured depth", StringComparison.Ordinal)
            ? $": it is more than {DeepestBody} levels deep"
            : string.Empty;

    private static RefusedException Invalid(string sentence) => new(new Refusal(RefusalCodes.InvalidRequest, sentence));
}

using System.Text.Json;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>One operation as a client sends it: JSON, or a form with the parts "query" and "variables".</summary>
internal sealed record GraphQlRequest(string Query, JsonElement? Variables = null, string? OperationName = null)
{
    /// <summary>Far above what any client writes; what is read before anything is known about it stays small.</summary>
    public const int LongestQuery = 256 * 1024;

    /// <summary>The query with its variables; the largest of those is what a feed reveals.</summary>
    public const int LargestBody = 4 * 1024 * 1024;

    private const string Expected = "a GraphQL request is a JSON object with the fields query (text), variables (an object or null) and "
        + "operationName (text or null)";

    public static async Task<GraphQlRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var read = request.HasJsonContentType() ? await ReadJsonAsync(request, cancellation)
            : request.HasFormContentType ? await ReadFormAsync(request, cancellation)
            : throw new RefusedException(JsonBodyReader.WrongMediaType(request));
        return read.Query.Length <= LongestQuery
            ? read
            : throw Invalid($"The query has {read.Query.Length} characters; at most {LongestQuery} are taken.");
    }

    private static async Task<GraphQlRequest> ReadJsonAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var document = await JsonBodyReader.ParseAsync(request, cancellation);
        var body = document.RootElement;
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Invalid(
                $"The request body is a JSON {body.ValueKind.ToString().ToLowerInvariant()}; {Expected}. Several in one request are not "
                    + "taken.");
        }

        if (JsonRules.Check(body) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var variables = body.TryGetProperty("variables", out var given) ? given.Clone() : (JsonElement?)null;
        return new GraphQlRequest(
            Text(body, "query") ?? throw Invalid($"The field 'query' is missing; {Expected}."),
            Object(variables),
            Text(body, "operationName"));
    }

    private static async Task<GraphQlRequest> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var form = await request.ReadFormAsync(cancellation);
            var variables = form.TryGetValue("variables", out var text) && text.ToString() is { Length: > 0 } json
                ? JsonElement.Parse(json)
                : (JsonElement?)null;
            if (variables is { } parsed && JsonRules.Check(parsed) is { } refusal)
            {
                throw new RefusedException(refusal);
            }

            return new GraphQlRequest(
                form.TryGetValue("query", out var query)
                    ? query.ToString()
                    : throw Invalid("The form has no part 'query'."), Object(variables));
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidDataException || (fault is IOException and not BadHttpRequestException))
        {
            throw Invalid("The form is not understood: its parts are 'query' (text) and 'variables' (a JSON object).");
        }
    }

    private static string? Text(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Invalid($"The field '{name}' is a JSON {value.ValueKind.ToString().ToLowerInvariant()}; {Expected}.");

    private static JsonElement? Object(JsonElement? variables) => variables switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Object } => variables,
        _ => throw Invalid($"The variables are a JSON {variables.Value.ValueKind.ToString().ToLowerInvariant()}; {Expected}."),
    };

    private static RefusedException Invalid(string sentence) => new(new Refusal(RefusalCodes.InvalidRequest, sentence));
}

using System.Net;
using System.Text.Json;
using Numerai.Client;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>Operations as a client sends them.</summary>
internal static class GraphQlCalls
{
    /// <summary>The whole answer; it must be 200 whatever became of the operation.</summary>
    public static async Task<JsonElement> PostAsync(
        this TestServer server, string query, object? variables = null, NumeraiCredentials? credentials = null, string path = "/graphql")
    {
        var body = JsonSerializer.Serialize(new { query, variables });
        using var response = await server.SendAsync(HttpMethod.Post, path, body, credentials);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }

    /// <summary>The data of an operation that must succeed: then there is no field "errors" at all.</summary>
    public static async Task<JsonElement> DataAsync(
        this TestServer server, string query, object? variables = null, NumeraiCredentials? credentials = null, string path = "/graphql")
    {
        var answer = await server.PostAsync(query, variables, credentials, path);
        Assert.False(answer.TryGetProperty("errors", out _), answer.GetRawText());
        return answer.GetProperty("data");
    }

    /// <summary>The code and sentence of the only error.</summary>
    public static async Task<(string Code, string Message)> RefusedAsync(
        this TestServer server, string query, object? variables = null, NumeraiCredentials? credentials = null)
    {
        var answer = await server.PostAsync(query, variables, credentials);
        Assert.True(answer.TryGetProperty("errors", out var errors), answer.GetRawText());
        var error = Assert.Single(errors.EnumerateArray());
        return (error.GetProperty("extensions").GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    public static string Text(this JsonElement value, params string[] path) => value.At(path).GetString()!;

    public static JsonElement At(this JsonElement value, params string[] path) =>
        path.Aggregate(value, (inner, name) => int.TryParse(name, out var place) ? inner[place] : inner.GetProperty(name));
}

using System.Net;
using System.Text;
using System.Text.Json;
using Numerai.Client;

namespace Numerai.Web.Tests.Support;

/// <summary>Requests that the SDK would never send.</summary>
internal static class RawRequests
{
    private static readonly HttpClient _http = new();

    public static async Task<HttpResponseMessage> SendAsync(
        this TestServer server, HttpMethod method, string path, string? body = null, NumeraiCredentials? credentials = null,
        string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Url, path));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        }

        if (credentials is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Token {credentials.PublicId}${credentials.SecretKey}");
        }

        return await _http.SendAsync(request);
    }

    /// <summary>The refusal's sentence; it must have this code and status, and the fields of problem details.</summary>
    public static async Task<string> RefusedAsync(this Task<HttpResponseMessage> sent, string code, HttpStatusCode status)
    {
        using var response = await sent;
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((code, status), (problem.GetProperty("code").GetString(), response.StatusCode));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal($"urn:numerai:problem:{code}", problem.GetProperty("type").GetString());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
        return problem.GetProperty("detail").GetString()!;
    }
}

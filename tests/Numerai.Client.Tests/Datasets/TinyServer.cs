using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Numerai.Client.Tests.Datasets;

/// <summary>As much of a server as a participant's script needs: files to download, and an upload that is taken.</summary>
internal sealed class TinyServer(IReadOnlyDictionary<string, byte[]> files) : HttpMessageHandler
{
    public List<string> Downloaded { get; } = [];

    public byte[]? Uploaded { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/api/v1/datasets/", StringComparison.Ordinal))
        {
            return File(request.Method, path["/api/v1/datasets/".Length..]);
        }

        if (request.Method == HttpMethod.Put)
        {
            Uploaded = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return Json("{}");
        }

        return path.EndsWith("/upload-url", StringComparison.Ordinal)
            ? Json("""{"filename":"upload_1","url":"http://localhost/uploads/1","expires":"2026-11-30T12:00:00Z"}""")
            : Json($$"""
                {"id":"{{Guid.Empty}}","tournament":8,"round":"8/7","model":"{{Guid.Empty}}","account":"{{Guid.Empty}}",
                "filename":"upload_1","fileSha256":"","status":"on_time","delayed":false,"rows":1,"dropped":0,
                "received":"2026-11-30T11:00:00Z","reason":null}
                """);
    }

    private static HttpResponseMessage Json(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private HttpResponseMessage File(HttpMethod method, string name)
    {
        var bytes = files[name];
        if (method == HttpMethod.Get)
        {
            Downloaded.Add(name);
        }

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(method == HttpMethod.Head ? [] : bytes) };
        answer.Content.Headers.ContentLength = bytes.Length;
        answer.Headers.ETag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        return answer;
    }
}

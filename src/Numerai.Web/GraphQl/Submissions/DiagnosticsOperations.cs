using Numerai.Web.Authentication;
using Numerai.Web.Diagnostics;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Uploads;

namespace Numerai.Web.GraphQl.Submissions;

/// <summary>Diagnostics of validation predictions: sent in here, read over REST.</summary>
internal static class DiagnosticsOperations
{
    /// <param name="tournament">Not used: the newest release says what is diagnosed against.</param>
    /// <param name="modelId">Not used: diagnostics belong to the account.</param>
    public static async Task<Answer<FileAuthNode>> UploadAuthAsync(
        string filename, int tournament, string? modelId, Caller caller, HttpRequest request, DiagnosticsService service, UploadTokens tokens, WebServerOptions options)
    {
        var body = new JsonBody<DiagnosticsUploadRequest>(new DiagnosticsUploadRequest(filename));
        var upload = (await DiagnosticsEndpoints.BeginAsync(body, caller, request, service, tokens, options)).Value();
        return new FileAuthNode(upload.Filename, upload.Url);
    }

    /// <inheritdoc cref="UploadAuthAsync"/>
    public static async Task<Answer<DiagnosticsNode>> CreateAsync(string filename, int tournament, string? modelId, Caller caller, DiagnosticsService service)
    {
        var started = (await DiagnosticsEndpoints.StartAsync(new JsonBody<DiagnosticsRequest>(new DiagnosticsRequest(filename)), caller, service)).Value();
        return new DiagnosticsNode(started.Id, started.Status);
    }
}

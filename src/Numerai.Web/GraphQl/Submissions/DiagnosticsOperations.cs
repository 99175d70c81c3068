using Numerai.Contracts;
using Numerai.Web.Authentication;
using Numerai.Web.Diagnostics;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Uploads;

namespace Numerai.Web.GraphQl.Submissions;

/// <summary>Diagnostics of validation predictions, and of signals over a history of days.</summary>
internal static class DiagnosticsOperations
{
    /// <param name="tournament">Not used: what is diagnosed against is said when it starts.</param>
    /// <param name="modelId">Not used: diagnostics belong to the account.</param>
    public static async Task<Answer<FileAuthNode>> UploadAuthAsync(
        string filename, int tournament, string? modelId, Caller caller, HttpRequest request, DiagnosticsService service,
        UploadTokens tokens, WebServerOptions options)
    {
        var body = new JsonBody<DiagnosticsUploadRequest>(new DiagnosticsUploadRequest(filename));
        var upload = (await DiagnosticsEndpoints.BeginAsync(body, caller, request, service, tokens, options)).Value();
        return new FileAuthNode(upload.Filename, upload.Url.OriginalString);
    }

    /// <param name="tournament">Its newest release is diagnosed against.</param>
    /// <param name="modelId">Not used: diagnostics belong to the account.</param>
    public static async Task<Answer<DiagnosticsNode>> CreateAsync(
        string filename, int tournament, string? modelId, Caller caller, DiagnosticsService service)
    {
        var body = new JsonBody<DiagnosticsRequest>(new DiagnosticsRequest(filename, Tournament: tournament));
        var started = (await DiagnosticsEndpoints.StartAsync(body, caller, service, CancellationToken.None)).Value();
        return new DiagnosticsNode(started.Id, started.Status);
    }

    /// <param name="id">What createDiagnostics answered with.</param>
    /// <param name="modelId">Not used: diagnostics belong to the account.</param>
    public static async Task<Answer<DiagnosticsReportNode>> FindAsync(string? id, string modelId, Caller caller, DiagnosticsService service)
    {
        if (!Guid.TryParse(id, out var known))
        {
            return new Refusal(RefusalCodes.InvalidRequest, $"The id is '{id}'; ask with the id that createDiagnostics answered with.");
        }

        return DiagnosticsReportNodes.Of((await DiagnosticsEndpoints.GetAsync(known, caller, service, CancellationToken.None)).Value());
    }
}

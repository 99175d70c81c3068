using Numerai.Contracts;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Uploads;

namespace Numerai.Web.Diagnostics;

internal static class DiagnosticsEndpoints
{
    private const int LongestFilename = 255;

    public static void MapDiagnostics(this IEndpointRouteBuilder api)
    {
        api.MapPost("/diagnostics/upload-url", BeginAsync).RequireScope(Scopes.UploadSubmission)
            .WithSummary("Ask for a signed address to PUT a file of validation predictions to, once.");
        api.MapPost("/diagnostics", StartAsync).RequireScope(Scopes.UploadSubmission)
            .WithSummary("Diagnose an uploaded file; repeat it until the status is done or refused, waiting up to 30 seconds each time.");
        api.MapGet("/diagnostics/{id:guid}", GetAsync).RequireScope(Scopes.ReadSubmissionInfo).WithSummary("One of your diagnostics.");
    }

    internal static async Task<Answer<UploadTarget>> BeginAsync(
        JsonBody<DiagnosticsUploadRequest> body, Caller caller, HttpRequest request, DiagnosticsService service, UploadTokens tokens,
        WebServerOptions options)
    {
        var filename = body.Content.Filename;
        if (filename.Length is 0 or > LongestFilename || filename.Any(char.IsControl))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                $"The field 'filename' has 1 to {LongestFilename} characters, none of them control characters.");
        }

        var ticket = await service.BeginAsync(caller.Account, filename);
        var root = options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        var url = new Uri($"{root}/uploads/{tokens.Sign(ticket.Filename, ticket.Expires)}");
        return new UploadTarget(ticket.Filename, url, ticket.Expires);
    }

    internal static async Task<Answer<DiagnosticsResponse>> StartAsync(
        JsonBody<DiagnosticsRequest> body, Caller caller, DiagnosticsService service, CancellationToken cancellation) =>
        Answer<DiagnosticsResponse>.Of(await service.StartAsync(caller.Account, body.Content, cancellation), response => response);

    internal static async Task<Answer<DiagnosticsResponse>> GetAsync(
        Guid id, Caller caller, DiagnosticsService service, CancellationToken cancellation, int? wait = null) =>
        Answer<DiagnosticsResponse>.Of(await service.GetAsync(caller.Account, id, wait, cancellation), response => response);
}

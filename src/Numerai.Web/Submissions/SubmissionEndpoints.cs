using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Web.Authentication;
using Numerai.Web.Datasets;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Models;
using Numerai.Web.Uploads;
using Numerai.Web.Webhooks;

namespace Numerai.Web.Submissions;

internal static class SubmissionEndpoints
{
    private const int LongestFilename = 255;
    private static readonly string[] _readMethods = ["GET", "HEAD"];

    public static void MapSubmissions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/submissions/upload-url", BeginAsync).RequireScope(Scopes.UploadSubmission)
            .WithSummary("Ask for a signed address to PUT a file of predictions to, once.");
        api.MapPost("/submissions", CreateAsync).RequireScope(Scopes.UploadSubmission)
            .WithSummary("Make an uploaded file the model's submission; repeating it answers with the same submission.");
        api.MapGet("/submissions/{id:guid}", GetAsync).RequireScope(Scopes.ReadSubmissionInfo).WithSummary("One of your submissions.");
        api.MapMethods("/submissions/{id:guid}/file", _readMethods, DownloadAsync).RequireScope(Scopes.ReadSubmissionInfo)
            .WithSummary("The file of one of your submissions as it was uploaded.");
        api.MapGet("/models/{model}/submissions", ListAsync).RequireScope(Scopes.ReadSubmissionInfo)
            .WithSummary("The submissions of one of your models, newest first.");
    }

    internal static async Task<Answer<UploadTarget>> BeginAsync(
        JsonBody<UploadUrlRequest> body,
        Caller caller,
        HttpRequest request,
        ModelLookup models,
        SubmissionService service,
        UploadTokens tokens,
        WebServerOptions options)
    {
        var filename = body.Content.Filename;
        if (filename.Length is 0 or > LongestFilename || filename.Any(char.IsControl))
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                $"The field 'filename' has 1 to {LongestFilename} characters, none of them control characters.");
        }

        var model = await models.FindOwnAsync(body.Content.Model, caller.Account, body.Content.Tournament);
        if (!model.Accepted)
        {
            return model.Refusal;
        }

        var root = options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return Answer<UploadTarget>.Of(
            await service.BeginAsync(caller.Account, model.Value.Id, filename),
            ticket => new UploadTarget(
                ticket.Filename, new Uri($"{root}/uploads/{tokens.Sign(ticket.Filename, ticket.Expires)}"), ticket.Expires));
    }

    internal static async Task<Answer<Submission>> CreateAsync(
        JsonBody<CreateSubmissionRequest> body, Caller caller, ModelLookup models, SubmissionService service, WebhookDispatcher webhooks)
    {
        var model = await models.FindOwnAsync(body.Content.Model, caller.Account, body.Content.Tournament);
        if (!model.Accepted)
        {
            return model.Refusal;
        }

        var created = await service.CreateAsync(caller.Account, model.Value.Id, body.Content.Filename, body.Content.LateFor);
        if (created.Refusal is { } refusal && refusal.Code.StartsWith("invalid_submission", StringComparison.Ordinal))
        {
            await webhooks.RefusedAsync(caller.Account, model.Value.Id, body.Content.Filename, refusal);
        }

        return Answer<Submission>.Of(created, SubmissionAnswers.Answer);
    }

    private static async Task<Answer<Submission>> GetAsync(Guid id, Caller caller, ISubmissionStore submissions) =>
        Answer<Submission>.Of(await FindAsync(id, caller, submissions), SubmissionAnswers.Answer);

    private static async Task<IResult> DownloadAsync(Guid id, Caller caller, ISubmissionStore submissions, IUploadStore uploads)
    {
        var found = await FindAsync(id, caller, submissions);
        if (!found.Accepted)
        {
            return (Answer<Submission>)found.Refusal;
        }

        var path = await uploads.LocalPathAsync(found.Value.Filename);
        return path is null
            ? (Answer<Submission>)new Refusal(
                RefusalCodes.SubmissionNotFound, $"The file of submission {id:D} is not kept any more.")
            : FileAnswer.Of(path, found.Value.Filename, found.Value.FileSha256, found.Value.Received);
    }

    private static async Task<Answer<Page<Submission>>> ListAsync(
        string model, int? tournament, Paging paging, Caller caller, ModelLookup models, ISubmissionStore submissions)
    {
        var found = await models.FindOwnAsync(model, caller.Account, tournament);
        return found.Accepted
            ? paging.PageOf(await submissions.OfModelAsync(found.Value.Id, paging.Offset + paging.Limit + 1), SubmissionAnswers.Answer)
            : found.Refusal;
    }

    /// <summary>Somebody else's submission is answered like one that does not exist.</summary>
    private static async Task<Outcome<SubmissionRecord>> FindAsync(Guid id, Caller caller, ISubmissionStore submissions) =>
        await submissions.FindAsync(new SubmissionId(id)) is { } record && record.Account == caller.Account
            ? record
            : new Refusal(RefusalCodes.SubmissionNotFound, $"You have no submission {id:D}.");
}

using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Participants;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Models;
using Numerai.Web.Submissions;
using Numerai.Web.Uploads;
using Numerai.Web.Webhooks;

namespace Numerai.Web.GraphQl.Submissions;

/// <summary>Uploading as participants' clients do it: ask for an address, PUT the file, name it.</summary>
internal static class SubmissionOperations
{
    public static async Task<Answer<IReadOnlyList<SubmissionNode>>> ListAsync(
        string? modelId, Caller caller, OwnModels own, SubmissionNodes submissions)
    {
        var model = await own.FindAsync(modelId, null, caller);
        return model.Accepted ? Answers.List(await submissions.ReadAsync(model.Value.Id)) : model.Refusal;
    }

    public static async Task<Answer<FileAuthNode>> UploadAuthAsync(
        string filename,
        int tournament,
        string? modelId,
        Caller caller,
        OwnModels own,
        HttpRequest request,
        ModelLookup models,
        SubmissionService service,
        UploadTokens tokens,
        WebServerOptions options)
    {
        var model = await own.FindAsync(modelId, tournament, caller);
        if (!model.Accepted)
        {
            return model.Refusal;
        }

        var body = new JsonBody<UploadUrlRequest>(new UploadUrlRequest(model.Value.Id.ToString(), filename));
        var upload = (await SubmissionEndpoints.BeginAsync(body, caller, request, models, service, tokens, options)).Value();
        return new FileAuthNode(upload.Filename, upload.Url.OriginalString);
    }

    /// <param name="triggerId">Not used: there are no triggers here.</param>
    /// <param name="source">The client's name; not used.</param>
    /// <param name="dataDatestamp">Not used: a submission belongs to the round that is open when it arrives.</param>
    public static async Task<Answer<CreatedSubmissionNode>> CreateAsync(
        string filename,
        int tournament,
        string? modelId,
        string? triggerId,
        string? source,
        int? dataDatestamp,
        Caller caller,
        OwnModels own,
        ModelLookup models,
        SubmissionService service,
        WebhookDispatcher webhooks,
        IActors actors)
    {
        var model = await own.FindAsync(modelId, tournament, caller);
        if (!model.Accepted)
        {
            return model.Refusal;
        }

        var body = new JsonBody<CreateSubmissionRequest>(new CreateSubmissionRequest(filename, model.Value.Id.ToString()));
        var answer = await SubmissionEndpoints.CreateAsync(body, caller, models, service, webhooks);
        var created = answer.Value();
        var round = created.Round is { } id ? await actors.Round(id).GetAsync() : null;
        return Answer<CreatedSubmissionNode>.With(new CreatedSubmissionNode(
            created.Id, created.Status, created.Round, created.Notes ?? [],
            round?.Value?.Calendar.Opens.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            created.IdsRound)).After(answer.Position);
    }
}

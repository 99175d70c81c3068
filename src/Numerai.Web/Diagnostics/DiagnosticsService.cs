using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Submissions;
using Numerai.Web.Http;

namespace Numerai.Web.Diagnostics;

/// <summary>
/// Takes predictions in and answers with how far their diagnosis is. A finished one is a stored object under an id that follows from what was
/// asked, so asking again costs nothing, and after a restart starts what was lost.
/// </summary>
internal sealed class DiagnosticsService(
    IUploadStore uploads, IObjectStore objects, PublishedRelease releases, DiagnosticsQueue queue, TimeProvider time)
{
    public const string Purpose = "diagnostics";
    private const long LargestUpload = 512L << 20;
    private static readonly TimeSpan _uploadLifetime = TimeSpan.FromHours(1);

    public async Task<UploadTicket> BeginAsync(AccountId account, string originalName)
    {
        var ticket = new UploadTicket(
            UploadNames.Create(originalName), originalName, Purpose, account, null, LargestUpload, time.GetUtcNow() + _uploadLifetime, null, null, false);
        await uploads.BeginAsync(ticket);
        return ticket;
    }

    public async Task<Outcome<DiagnosticsResponse>> StartAsync(AccountId account, DiagnosticsRequest request)
    {
        var release = await releases.FindAsync(request.Release);
        if (!release.Accepted)
        {
            return release.Refusal;
        }

        var features = await releases.FeaturesAsync(release.Value, request.FeatureSet);
        if (!features.Accepted)
        {
            return features.Refusal;
        }

        var id = NamedUuid.Create($"diagnostics/{account}/{request.Filename}/{release.Value}/{request.FeatureSet}");
        if (await FindStoredAsync(id) is { } stored)
        {
            return stored.Response;
        }

        var ticket = await uploads.FindAsync(request.Filename);
        if (ticket is null || ticket.Account != account || ticket.Purpose != Purpose)
        {
            return new Refusal(RefusalCodes.UploadNotFound, $"There is no upload '{request.Filename}' to diagnose; ask for an upload url first.");
        }

        if (ticket.Sha256 is null || await uploads.LocalPathAsync(request.Filename) is not { } path)
        {
            return new Refusal(RefusalCodes.UploadMissing, $"The upload '{request.Filename}' has not arrived; PUT the file to its url, then try again.");
        }

        var running = new DiagnosticsResponse(id, DiagnosticsResponse.Running, request.Filename, release.Value, request.FeatureSet);
        return queue.TryAdd(new DiagnosticsJob(account, path, features.Value, running))
            ? running
            : new Refusal(ApiCodes.DiagnosticsBusy, "Too many predictions wait to be diagnosed; try again in a minute.");
    }

    public async Task<Outcome<DiagnosticsResponse>> GetAsync(AccountId account, Guid id)
    {
        if (await FindStoredAsync(id) is { } stored && stored.Account == account)
        {
            return stored.Response;
        }

        return queue.Find(id) is { } job && job.Account == account
            ? job.Running
            : new Refusal(ApiCodes.DiagnosticsNotFound, $"You have no diagnostics {id:D}; a server that was restarted forgets what was not done, so POST them again.");
    }

    internal static string ObjectName(Guid id) => $"diagnostics/{id:D}.json";

    private async Task<StoredDiagnostics?> FindStoredAsync(Guid id) =>
        await objects.FindAsync(ObjectName(id)) is { } reference ? StoredJson.Read<StoredDiagnostics>(await objects.GetAsync(reference)) : null;
}

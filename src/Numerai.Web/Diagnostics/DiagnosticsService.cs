using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Web.Http;

namespace Numerai.Web.Diagnostics;

/// <summary>
/// Takes predictions in and answers with how far their diagnosis is. A finished one is a stored object under an id that follows from what
/// was asked, so asking again costs nothing, and after a restart starts what was lost.
/// </summary>
internal sealed class DiagnosticsService(
    IUploadStore uploads, IObjectStore objects, PublishedRelease releases, DiagnosticsQueue queue, TournamentTime time)
{
    public const string Purpose = "diagnostics";
    private const long LargestUpload = 512L << 20;
    private const int LongestWait = 30;
    private static readonly TimeSpan _uploadLifetime = TimeSpan.FromHours(1);

    public async Task<UploadTicket> BeginAsync(AccountId account, string originalName)
    {
        var ticket = new UploadTicket(
            UploadNames.Create(originalName), originalName, Purpose, account, null, LargestUpload, time.GetUtcNow() + _uploadLifetime, null,
            null, false);
        await uploads.BeginAsync(ticket);
        return ticket;
    }

    /// <summary>Starts a diagnosis or says how far it is, after waiting for its end for as long as was asked.</summary>
    public async Task<Outcome<DiagnosticsResponse>> StartAsync(
        AccountId account, DiagnosticsRequest request, CancellationToken cancellation)
    {
        if (WrongWait(request.Wait) is { } wrong)
        {
            return wrong;
        }

        var started = await StartAsync(account, request);
        return started.Accepted && request.Wait is { } seconds ? await WaitAsync(started.Value, seconds, cancellation) : started;
    }

    public async Task<Outcome<DiagnosticsResponse>> GetAsync(AccountId account, Guid id, int? wait, CancellationToken cancellation)
    {
        if (WrongWait(wait) is { } wrong)
        {
            return wrong;
        }

        var found = await GetAsync(account, id);
        return found.Accepted && wait is { } seconds ? await WaitAsync(found.Value, seconds, cancellation) : found;
    }

    private async Task<Outcome<DiagnosticsResponse>> StartAsync(AccountId account, DiagnosticsRequest request)
    {
        var tournament = Tournaments.ReadOrDefault(request.Tournament);
        if (!tournament.Accepted)
        {
            return tournament.Refusal;
        }

        var release = await releases.FindAsync(request.Release, tournament.Value);
        if (!release.Accepted)
        {
            return release.Refusal;
        }

        var features = await FeaturesAsync(release.Value, request.FeatureSet);
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
            return new Refusal(
                RefusalCodes.UploadNotFound, $"There is no upload '{request.Filename}' to diagnose; ask for an upload url first.");
        }

        if (ticket.Sha256 is null || await uploads.LocalPathAsync(request.Filename) is not { } path)
        {
            return new Refusal(
                RefusalCodes.UploadMissing, $"The upload '{request.Filename}' has not arrived; PUT the file to its url, then try again.");
        }

        var running = new DiagnosticsResponse(id, DiagnosticsResponse.Running, request.Filename, release.Value, request.FeatureSet);
        return queue.TryAdd(new DiagnosticsJob(account, path, features.Value, running))
            ? running
            : new Refusal(ApiCodes.DiagnosticsBusy, "Too many predictions wait to be diagnosed; try again in a minute.");
    }

    /// <summary>Features of a history of days are not chosen: FNC is taken over all of them.</summary>
    private async Task<Outcome<string[]>> FeaturesAsync(string release, string? set)
    {
        return await releases.HistoryAsync(release) is null ? await releases.FeaturesAsync(release, set)
            : set is null ? Array.Empty<string>()
            : new Refusal(
                ApiCodes.FeatureSetNotFound,
                $"The release {release} has days, whose FNC is taken over all features; leave the feature set '{set}' out.");
    }

    private static Refusal? WrongWait(int? seconds) => seconds is null or (>= 0 and <= LongestWait)
        ? null
        : new Refusal(RefusalCodes.InvalidRequest, $"'wait' is {seconds}; it is the number of seconds to wait, 0 to {LongestWait}.");

    /// <summary>A diagnosis that runs on another server of a cluster is not waited for.</summary>
    private async Task<DiagnosticsResponse> WaitAsync(DiagnosticsResponse known, int seconds, CancellationToken cancellation)
    {
        if (known.Status != DiagnosticsResponse.Running || queue.Find(known.Id) is not { } job)
        {
            return known;
        }

        try
        {
            await job.Finished.Task.WaitAsync(TimeSpan.FromSeconds(seconds), time, cancellation);
        }
        catch (TimeoutException)
        {
            return known;
        }

        return await FindStoredAsync(known.Id) is { } stored ? stored.Response : known;
    }

    private async Task<Outcome<DiagnosticsResponse>> GetAsync(AccountId account, Guid id)
    {
        if (await FindStoredAsync(id) is { } stored && stored.Account == account)
        {
            return stored.Response;
        }

        return queue.Find(id) is { } job && job.Account == account
            ? job.Running
            : new Refusal(
                ApiCodes.DiagnosticsNotFound,
                $"You have no diagnostics {id:D}; a server that was restarted forgets what was not done, so POST them again.");
    }

    internal static string ObjectName(Guid id) => $"diagnostics/{id:D}.json";

    private async Task<StoredDiagnostics?> FindStoredAsync(Guid id) =>
        await objects.FindAsync(ObjectName(id)) is { } reference
            ? StoredJson.Read<StoredDiagnostics>(await objects.GetAsync(reference))
            : null;
}

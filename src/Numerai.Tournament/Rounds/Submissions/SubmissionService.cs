using Numerai.Contracts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>
/// Takes submissions in: an upload is begun, receives its bytes at the upload store, and becomes a submission here. A refused one changes
/// nothing: the earlier valid submission stays selected.
/// </summary>
/// <param name="actors">The actors.</param>
/// <param name="uploads">Where uploads arrive.</param>
/// <param name="submissions">Where submissions are kept.</param>
/// <param name="objects">Where rounds keep their ids.</param>
/// <param name="time">The tournament's time.</param>
/// <param name="rules">What is asked before an upload begins; null to ask the actors every time.</param>
public sealed class SubmissionService(
    IActors actors, IUploadStore uploads, ISubmissionStore submissions, IObjectStore objects, TimeProvider time, IUploadRules? rules = null)
{
    private static readonly TimeSpan _uploadLifetime = TimeSpan.FromHours(1);
    private readonly IUploadRules _rules = rules ?? new AskedUploadRules(actors);
    private readonly SubmissionReader _reader = new(actors, objects);
    private readonly Movements _movements = new(actors, submissions, objects);

    /// <summary>Permits one upload of a model's owner.</summary>
    public async Task<Outcome<UploadTicket>> BeginAsync(AccountId account, ModelId model, string originalName)
    {
        var view = await OwnedModelAsync(account, model);
        if (!view.Accepted)
        {
            return view.Refusal;
        }

        var asked = await _rules.OfAsync(view.Value.Tournament);
        if (asked.Paused)
        {
            return new Refusal(
                RefusalCodes.UploadsPaused,
                $"Uploads to tournament {view.Value.Tournament} are paused by the council; what was submitted before stays as it is. Try "
                    + "again later.");
        }

        var ticket = new UploadTicket(
            UploadNames.Create(originalName),
            originalName,
            UploadNames.SubmissionPurpose,
            account,
            model,
            asked.MaximumBytes,
            time.GetUtcNow() + _uploadLifetime,
            null,
            null,
            false);
        await uploads.BeginAsync(ticket);
        return ticket;
    }

    /// <summary>Turns an upload into a submission; the same upload again is answered with the same submission.</summary>
    /// <param name="account">Who asks.</param>
    /// <param name="model">The model the upload was begun for.</param>
    /// <param name="filename">The server's name of the upload.</param>
    /// <param name="lateFor">A closed round to submit late to; null for the open round, or for the next one when none is open.</param>
    public async Task<Outcome<SubmissionRecord>> CreateAsync(AccountId account, ModelId model, string filename, int? lateFor = null)
    {
        var view = await OwnedModelAsync(account, model);
        if (!view.Accepted)
        {
            return view.Refusal;
        }

        var id = NamedUuid.Submission(model, filename);
        if (await submissions.FindAsync(id) is { } existing)
        {
            return ((Outcome<SubmissionRecord>)existing).After(view.Position);
        }

        var ticket = await uploads.FindAsync(filename);
        if (ticket is null || ticket.Account != account || ticket.Model != model || ticket.Purpose != UploadNames.SubmissionPurpose)
        {
            return new Refusal(
                RefusalCodes.UploadNotFound, $"There is no upload '{filename}' for model {model}; ask for an upload url first.");
        }

        if (ticket.Sha256 is null || await uploads.LocalPathAsync(filename) is not { } path)
        {
            return new Refusal(
                RefusalCodes.UploadMissing, $"The upload '{filename}' has not arrived; PUT the file to its url, then try again.");
        }

        // One moment decides: what came before the close is stamped before the close, however long the file takes to read.
        var received = time.GetUtcNow();
        var destination = await DestinationAsync(view.Value.Tournament, lateFor, received);
        return destination.Accepted
            ? await AcceptAsync(id, view.Value, ticket, await File.ReadAllBytesAsync(path), destination.Value, received)
            : destination.Refusal;
    }

    private async Task<Outcome<SubmissionRecord>> AcceptAsync(
        SubmissionId id, ModelView model, UploadTicket ticket, byte[] file, SubmissionDestination destination, DateTimeOffset received)
    {
        var queued = destination.Status == SubmissionStatus.Queued;
        var read = await _reader.ReadAsync(file, destination.Round, queued);
        if (!read.Accepted)
        {
            return read.Refusal;
        }

        var movement = queued ? null : await _movements.OfAsync(destination.Round, model.Id, read.Value.Codes);
        var record = new SubmissionRecord(
            id,
            model.Tournament,
            queued ? null : destination.Round.Id,
            model.Id,
            ticket.Account,
            ticket.Filename,
            ticket.Sha256!,
            destination.Round.Universe.Sha256,
            destination.Status,
            read.Value.Delayed,
            read.Value.Rows,
            read.Value.Dropped,
            received,
            Movement: movement,
            Notes: Notes(read.Value, destination, movement),
            IdsRound: read.Value.Ids);
        var accepted = await submissions.AcceptAsync(record, read.Value.Codes);
        if (accepted.Status == SubmissionStatus.Queued)
        {
            accepted = await CatchUpAsync(accepted, read.Value.Codes, destination.Round);
        }

        await uploads.UseAsync(ticket.Filename);
        var noted = await actors.Model(model.Id).SubmittedAsync(new LatestSubmission(id, accepted.Round, accepted.Received));
        noted.Require();
        return ((Outcome<SubmissionRecord>)accepted).After(noted.Position);
    }

    /// <summary>
    /// A round may have opened since the schedule was looked at, and may have read its queue before this submission was in it: then it is
    /// carried over here, as the round would have done.
    /// </summary>
    private async Task<SubmissionRecord> CatchUpAsync(SubmissionRecord queued, ushort[] codes, RoundView builtOn)
    {
        var destination = await DestinationAsync(queued.Tournament, null, queued.Received);
        if (destination is not { Accepted: true, Value: { Status: SubmissionStatus.OnTime, Round: var round } }
            || round.Id.Number != builtOn.Id.Number + 1
            || await submissions.FindAsync(queued.Id) is not { Status: SubmissionStatus.Queued })
        {
            return await submissions.FindAsync(queued.Id) ?? queued;
        }

        return await _reader.MapAsync(codes, builtOn, round) is { Accepted: true } mapped
            ? await submissions.AssignAsync(
                queued.Id, round.Id, round.Universe.Sha256, mapped.Value, await _movements.OfAsync(round, queued.Model, mapped.Value))
            : queued;
    }

    /// <summary>The open round; a closed one that was asked for; or the newest one's ids, to be queued for the next round.</summary>
    private async Task<Outcome<SubmissionDestination>> DestinationAsync(TournamentId tournament, int? lateFor, DateTimeOffset received)
    {
        var live = await LiveRound.FindAsync(actors, tournament, received);
        if (!live.Accepted || lateFor is null)
        {
            return live.Accepted
                ? new SubmissionDestination(live.Value.Round, live.Value.Open ? SubmissionStatus.OnTime : SubmissionStatus.Queued)
                : live.Refusal;
        }

        var view = await actors.Round(new RoundId(tournament, lateFor.Value)).GetAsync();
        if (!view.Accepted)
        {
            return view.Refusal;
        }

        return view.Value.Phase is RoundPhase.Resolved or RoundPhase.Cancelled || LiveRound.Takes(view.Value, received)
            ? new Refusal(
                RefusalCodes.RoundWrongPhase,
                $"Round {view.Value.Id} is {view.Value.Phase.ToString().ToLowerInvariant()}; a late submission goes to a closed round "
                    + "that has not resolved.")
            : new SubmissionDestination(view.Value, SubmissionStatus.Late);
    }

    private async Task<Outcome<ModelView>> OwnedModelAsync(AccountId account, ModelId model)
    {
        var view = await actors.Model(model).GetAsync();
        return !view.Accepted || view.Value.Owner == account
            ? view
            : new Refusal(
                RefusalCodes.ModelNotOwned, $"The model {view.Value.Name} belongs to {view.Value.Username}; submit for your own models.");
    }

    private static string? Notes(ReadSubmission read, SubmissionDestination destination, Movement? movement)
    {
        var limits = destination.Round.Settings.Movement;
        IReadOnlyList<string> told = (limits, movement) switch
        {
            (null, _) => [],
            (_, null) => ["Churn and turnover are told when the next round opens."],
            _ => MovementNotes.Of(limits, movement),
        };
        var lines = read.Notes.Concat(Waiting(destination)).Concat(told).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    /// <summary>What waits is built on ids that the next round will not have, where ids change from round to round.</summary>
    private static IEnumerable<string> Waiting(SubmissionDestination destination) =>
        destination is { Status: SubmissionStatus.Queued, Round: { Basis: null, Id: var round } }
            ? [
                $"No round is open: the ids are those of round {round}, and the predictions will be carried over to the next round's ids "
                    + "when it opens, unless you submit again on those."]
            : [];

    private sealed record SubmissionDestination(RoundView Round, SubmissionStatus Status);
}

using System.Text;
using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Models;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Submissions;

/// <summary>
/// Takes submissions in: an upload is begun, receives its bytes at the upload store, and becomes a submission here. A refused one changes
/// nothing: the earlier valid submission stays selected.
/// </summary>
public sealed class SubmissionService(
    IActors actors, IUploadStore uploads, ISubmissionStore submissions, IObjectStore objects, TimeProvider time)
{
    private static readonly TimeSpan _uploadLifetime = TimeSpan.FromHours(1);
    private readonly LiveUniverses _universes = new(objects);

    /// <summary>Permits one upload of a model's owner.</summary>
    public async Task<Outcome<UploadTicket>> BeginAsync(AccountId account, ModelId model, string originalName)
    {
        var view = await OwnedModelAsync(account, model);
        if (!view.Accepted)
        {
            return view.Refusal;
        }

        if ((await actors.Governance().GetAsync()).Require().Paused.Contains(view.Value.Tournament))
        {
            return new Refusal(
                RefusalCodes.UploadsPaused,
                $"Uploads to tournament {view.Value.Tournament} are paused by the council; what was submitted before stays as it is. Try again later.");
        }

        var settings = (await actors.Schedule(view.Value.Tournament).GetAsync()).Require().Settings;
        var ticket = new UploadTicket(
            UploadNames.Create(originalName),
            originalName,
            UploadNames.SubmissionPurpose,
            account,
            model,
            settings.Submission.MaximumBytes,
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
            return existing;
        }

        var ticket = await uploads.FindAsync(filename);
        if (ticket is null || ticket.Account != account || ticket.Model != model || ticket.Purpose != UploadNames.SubmissionPurpose)
        {
            return new Refusal(RefusalCodes.UploadNotFound, $"There is no upload '{filename}' for model {model}; ask for an upload url first.");
        }

        if (ticket.Sha256 is null || await uploads.LocalPathAsync(filename) is not { } path)
        {
            return new Refusal(RefusalCodes.UploadMissing, $"The upload '{filename}' has not arrived; PUT the file to its url, then try again.");
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
        var read = await ReadAsync(file, destination);
        if (!read.Accepted)
        {
            return read.Refusal;
        }

        var record = new SubmissionRecord(
            id,
            model.Tournament,
            destination.Status == SubmissionStatus.Queued ? null : destination.Round.Id,
            model.Id,
            ticket.Account,
            ticket.Filename,
            ticket.Sha256!,
            destination.Round.Universe.Sha256,
            destination.Status,
            read.Value.Delayed,
            read.Value.Rows,
            read.Value.Dropped,
            received);
        var accepted = await submissions.AcceptAsync(record, read.Value.Codes);
        if (accepted.Status == SubmissionStatus.Queued)
        {
            accepted = await CatchUpAsync(accepted, read.Value.Codes, destination.Round);
        }

        await uploads.UseAsync(ticket.Filename);
        (await actors.Model(model.Id).SubmittedAsync(new LatestSubmission(id, accepted.Round, accepted.Received))).Require();
        return accepted;
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
            || await objects.FindAsync(Round.IdMapName(round.Id)) is not { } map
            || await submissions.FindAsync(queued.Id) is not { Status: SubmissionStatus.Queued })
        {
            return await submissions.FindAsync(queued.Id) ?? queued;
        }

        var mapped = await MapAsync(codes, builtOn, round, map);
        return mapped.Accepted ? await submissions.AssignAsync(queued.Id, round.Id, round.Universe.Sha256, mapped.Value) : queued;
    }

    private async Task<Outcome<ushort[]>> MapAsync(ushort[] codes, RoundView previous, RoundView next, ObjectReference idMap)
    {
        var keyColumn = next.Settings.Submission.KeyColumns[0];
        var map = IdMapFile.Parse(Encoding.UTF8.GetString(await objects.GetAsync(idMap))).Require();
        var from = await _universes.GetAsync(previous.Universe, keyColumn);
        var to = await _universes.GetAsync(next.Universe, keyColumn);
        return CarryOver.Map(codes, from.Rows, to.Rows, map);
    }

    /// <summary>The open round; a closed one that was asked for; or the newest one's ids, to be queued for the next round.</summary>
    private async Task<Outcome<SubmissionDestination>> DestinationAsync(TournamentId tournament, int? lateFor, DateTimeOffset received)
    {
        var schedule = (await actors.Schedule(tournament).GetAsync()).Require();
        if (schedule.LastRound == 0)
        {
            return new Refusal(RefusalCodes.RoundNotOpen, $"Tournament {tournament} has had no round yet, so there are no live ids to submit on.");
        }

        var view = await actors.Round(new RoundId(tournament, lateFor ?? schedule.LastRound)).GetAsync();
        if (view is { Accepted: true, Value.Phase: RoundPhase.Scheduled } && lateFor is null && schedule.LastRound > 1)
        {
            // The newest round waits for its opening time, so uploads are still built on the ids of the one before.
            view = await actors.Round(new RoundId(tournament, schedule.LastRound - 1)).GetAsync();
        }

        if (!view.Accepted)
        {
            return view.Refusal;
        }

        var open = view.Value.Phase == RoundPhase.Open && received < view.Value.Calendar.Closes;
        if (lateFor is null)
        {
            return new SubmissionDestination(view.Value, open ? SubmissionStatus.OnTime : SubmissionStatus.Queued);
        }

        return view.Value.Phase is RoundPhase.Resolved or RoundPhase.Cancelled || open
            ? new Refusal(
                RefusalCodes.RoundWrongPhase,
                $"Round {view.Value.Id} is {view.Value.Phase.ToString().ToLowerInvariant()}; a late submission goes to a closed round that has not resolved.")
            : new SubmissionDestination(view.Value, SubmissionStatus.Late);
    }

    private async Task<Outcome<ReadSubmission>> ReadAsync(byte[] file, SubmissionDestination destination)
    {
        var format = SubmissionFormats.Of(destination.Round.Settings.Submission);
        var universe = await _universes.GetAsync(destination.Round.Universe, format.KeyColumns[0]);
        var (valid, refusal) = SubmissionIntake.Read(file, format, universe.Submissions);
        if (valid is not null)
        {
            return new ReadSubmission(valid.ToRankCodes(new RankWorkspace()), Delayed: false, valid.LiveRows, valid.DroppedRows);
        }

        return refusal!.Code == SubmissionErrorCodes.Ids && await ReadDelayedAsync(file, format, destination.Round) is { } delayed
            ? delayed
            : new Refusal(refusal.Code, refusal.Message);
    }

    /// <summary>A submission built on the previous round's ids, carried over by the operator's map; null when it is not one.</summary>
    private async Task<ReadSubmission?> ReadDelayedAsync(byte[] file, SubmissionFormat format, RoundView round)
    {
        if (round.Id.Number == 1 || await objects.FindAsync(Round.IdMapName(round.Id)) is not { } reference)
        {
            return null;
        }

        var previousRound = await actors.Round(round.Id with { Number = round.Id.Number - 1 }).GetAsync();
        if (!previousRound.Accepted)
        {
            return null;
        }

        var previous = await _universes.GetAsync(previousRound.Value.Universe, format.KeyColumns[0]);
        var (valid, _) = SubmissionIntake.Read(file, format, previous.Submissions);
        if (valid is null)
        {
            return null;
        }

        var codes = await MapAsync(valid.ToRankCodes(new RankWorkspace()), previousRound.Value, round, reference);
        return codes.Accepted ? new ReadSubmission(codes.Value, Delayed: true, valid.LiveRows, valid.DroppedRows) : null;
    }

    private async Task<Outcome<ModelView>> OwnedModelAsync(AccountId account, ModelId model)
    {
        var view = await actors.Model(model).GetAsync();
        return !view.Accepted || view.Value.Owner == account
            ? view
            : new Refusal(RefusalCodes.ModelNotOwned, $"The model {view.Value.Name} belongs to {view.Value.Username}; submit for your own models.");
    }

    private sealed record SubmissionDestination(RoundView Round, SubmissionStatus Status);

    private sealed record ReadSubmission(ushort[] Codes, bool Delayed, int Rows, int Dropped);
}

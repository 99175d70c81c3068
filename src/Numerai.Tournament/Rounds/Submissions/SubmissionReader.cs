using Numerai.Contracts;
using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>Reads an upload for a round: parsed, checked against its universe, and turned into rank codes.</summary>
internal sealed class SubmissionReader(IActors actors, IObjectStore objects)
{
    private readonly LiveUniverses _universes = new(objects);
    private readonly CarryOverMaps _maps = new(objects);
    private readonly EarlierIds _earlier = new(actors, objects);

    /// <param name="queued">
    /// Whether the submission waits for the round after this one. That one carries over from this round's ids only, so earlier ids are
    /// refused.
    /// </param>
    public async Task<Outcome<ReadSubmission>> ReadAsync(byte[] file, RoundView round, bool queued)
    {
        var format = SubmissionFormats.Of(round.Settings.Submission);
        var universe = await _universes.GetAsync(round);
        var (valid, refusal) = SubmissionIntake.Read(file, format, universe.Submissions);
        if (valid is not null)
        {
            return round.Basis is { } basis && SubmissionChecks.Check(valid, universe.Submissions, basis.Date) is { } wrong
                ? wrong
                : new ReadSubmission(
                    valid.ToRankCodes(new RankWorkspace()), Delayed: false, round.Id, valid.LiveRows, valid.DroppedRows,
                    SubmissionChecks.Notes(valid));
        }

        if (refusal!.Code != SubmissionErrorCodes.Ids || round.Basis is not null)
        {
            // Where securities keep their ids from day to day there is nothing to carry over.
            return new Refusal(refusal.Code, refusal.Message);
        }

        return (queued ? null : await ReadDelayedAsync(file, format, round)) is { } delayed
            ? delayed
            : await _earlier.FindAsync(file, format, round) is { } earlier
                ? new Refusal(
                    refusal.Code,
                    $"The ids are those of round {earlier}, not of round {round.Id}, and can't be carried over; download "
                        + $"{round.LiveDataset} and predict on that.")
                : new Refusal(refusal.Code, refusal.Message);
    }

    /// <summary>Carries codes from one round's universe into the next one's.</summary>
    public async Task<Outcome<ushort[]>?> MapAsync(ushort[] codes, RoundView previous, RoundView next)
    {
        var from = await _universes.GetAsync(previous);
        var to = await _universes.GetAsync(next);
        return await _maps.FindAsync(next, from.Rows) is { } map ? CarryOver.Map(codes, from.Rows, to.Rows, map) : null;
    }

    /// <summary>A submission built on the previous round's ids, carried over by the operator's map; null when it is not one.</summary>
    private async Task<ReadSubmission?> ReadDelayedAsync(byte[] file, SubmissionFormat format, RoundView round)
    {
        if (round.Id.Number == 1)
        {
            return null;
        }

        var previousRound = await actors.Round(round.Id with { Number = round.Id.Number - 1 }).GetAsync();
        if (!previousRound.Accepted)
        {
            return null;
        }

        var previous = await _universes.GetAsync(previousRound.Value);
        var (valid, _) = SubmissionIntake.Read(file, format, previous.Submissions);
        if (valid is null)
        {
            return null;
        }

        var codes = await MapAsync(valid.ToRankCodes(new RankWorkspace()), previousRound.Value, round);
        return codes is { Accepted: true }
            ? new ReadSubmission(
                codes.Value,
                Delayed: true,
                previousRound.Value.Id,
                valid.LiveRows,
                valid.DroppedRows,
                [
                    $"The ids are those of round {previousRound.Value.Id}, not of round {round.Id}: the predictions were made for that "
                        + "round and carried over "
                        + $"to the new ids. Download {round.LiveDataset} and submit again to predict on this round.",
                    .. SubmissionChecks.Notes(valid),
                ])
            : null;
    }
}

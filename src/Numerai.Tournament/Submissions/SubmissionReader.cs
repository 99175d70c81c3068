using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;

namespace Numerai.Tournament.Submissions;

/// <summary>Reads an upload for a round: parsed, checked against its universe, and turned into rank codes.</summary>
internal sealed class SubmissionReader(IActors actors, IObjectStore objects)
{
    private readonly LiveUniverses _universes = new(objects);
    private readonly CarryOverMaps _maps = new(objects);

    public async Task<Outcome<ReadSubmission>> ReadAsync(byte[] file, RoundView round)
    {
        var format = SubmissionFormats.Of(round.Settings.Submission);
        var universe = await _universes.GetAsync(round);
        var (valid, refusal) = SubmissionIntake.Read(file, format, universe.Submissions);
        if (valid is not null)
        {
            return round.Basis is { } basis && SubmissionChecks.Check(valid, universe.Submissions, basis.Date) is { } wrong
                ? wrong
                : new ReadSubmission(
                    valid.ToRankCodes(new RankWorkspace()), Delayed: false, valid.LiveRows, valid.DroppedRows, SubmissionChecks.Notes(valid));
        }

        return refusal!.Code == SubmissionErrorCodes.Ids && await ReadDelayedAsync(file, format, round) is { } delayed
            ? delayed
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
        // Where securities keep their ids from day to day there is nothing to carry over.
        if (round.Id.Number == 1 || round.Basis is not null)
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
            ? new ReadSubmission(codes.Value, Delayed: true, valid.LiveRows, valid.DroppedRows, SubmissionChecks.Notes(valid))
            : null;
    }
}

using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Rounds;

/// <summary>
/// What a round may do next. Each step of a round is begun by one decision and ended by another; what lies between (reading stores,
/// asking other actors) can be repeated without harm, so a crash anywhere in between costs time and nothing else.
/// </summary>
internal static partial class RoundDecisions
{
    public static Refusal NotFound(string key) => new(RefusalCodes.RoundNotFound, $"There is no round {key}.");

    public static Decision<RoundState, RoundView> Schedule(RoundState scheduled) =>
        Changed(
            scheduled,
            new RoundScheduled(scheduled.Id, scheduled.Calendar.Opens, scheduled.Calendar.Closes, scheduled.Calendar.Resolves));

    /// <summary>Opens a scheduled round; what was queued is carried over next.</summary>
    public static Decision<RoundState, RoundView> Start(RoundState state, DateTimeOffset now)
    {
        if (state.Phase != RoundPhase.Scheduled)
        {
            return Unchanged(state);
        }

        var opens = state.Calendar.Opens;
        return now < opens
            ? new Refusal(
                RefusalCodes.RoundNotOpen,
                $"Round {state.Id} opens at {opens.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}, which has not come yet.")
            : Begun(
                state with
                {
                    Phase = RoundPhase.Open,
                    Step = RoundStep.CarryingOver,
                    Work = Begin("carry_over", RoundStage.Queue, now, now),
                    OpeningDocuments = [],
                },
                now,
                state.OpeningDocuments,
                new RoundOpened(state.Id, opens, state.Calendar.Closes, state.Calendar.Resolves));
    }

    public static Decision<RoundState, RoundView> BeginClosing(RoundState state, bool early, DateTimeOffset now)
    {
        if (state.Step is not (RoundStep.None or RoundStep.Closing) && !IsOver(state))
        {
            return AtWork(state);
        }

        if (state.Phase is RoundPhase.Closed or RoundPhase.Scoring or RoundPhase.Resolved)
        {
            return Unchanged(state);
        }

        if (state.Phase != RoundPhase.Open)
        {
            return WrongPhase(state, "closed");
        }

        return now < state.Calendar.Closes && !early
            ? new Refusal(
                RefusalCodes.RoundStillOpen,
                $"Round {state.Id} is open until {state.Calendar.Closes.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; wait, or close it early.")
            : Begun(
                state with
                {
                    Phase = RoundPhase.Closed,
                    Step = RoundStep.Closing,
                    Work = Begin("close", RoundStage.Seal, Earlier(state.Calendar.Closes, now), now),
                },
                now,
                []);
    }

    public static Decision<RoundState, RoundView> FreezeManifest(
        RoundState state, RoundWork work, ObjectReference manifest, RoundManifest rows, DateTimeOffset now, string place)
    {
        var atRisk = rows.Rows.Aggregate(Nmr.Zero, (sum, row) => sum + row.AtRisk);
        var next = state with
        {
            Manifest = manifest,
            Submissions = rows.Rows.Length,
            AtRisk = atRisk,
            PayoutFactor = PayoutFormula.Factor(state.Settings.Payout.StakeThreshold, atRisk),
        };
        return Committed(
            Enter(next, work, AfterFreezing(next), now, place), now, [CommittedDocument.Of(CommitmentKinds.Submissions, manifest)]);
    }

    public static Decision<RoundState, RoundView> EndClosing(
        RoundState state, ObjectReference? metaModel, ObjectReference? naiveMetaModel, RoundWork work, DateTimeOffset now, string place)
    {
        var next = Enter(
            state with { MetaModel = metaModel, NaiveMetaModel = naiveMetaModel }, work, RoundStage.Publish, now, place);
        ImmutableArray<CommittedDocument> documents =
        [
            .. metaModel is null ? [] : (CommittedDocument[])[CommittedDocument.Of(CommitmentKinds.MetaModel, metaModel)],
            .. naiveMetaModel is null ? [] : (CommittedDocument[])[CommittedDocument.Of(CommitmentKinds.NaiveMetaModel, naiveMetaModel)],
        ];
        return Committed(
            next, now, documents, new RoundClosed(next.Id, next.Submissions, next.AtRisk, next.PayoutFactor!.Value, next.Manifest!));
    }

    /// <summary>
    /// Whether a day may be scored now, whatever its target is; null when it may, also when it has been. The last day is what is paid, so
    /// days keep their order even when they are published early.
    /// </summary>
    public static Refusal? CheckScorable(RoundState state, PublishTarget command, DateTimeOffset now)
    {
        var day = command.Day;
        if (state.Phase != RoundPhase.Cancelled && state.Targets.ContainsKey(day))
        {
            return null;
        }

        if (state.Step != RoundStep.None && !IsOver(state))
        {
            return AtWork(state);
        }

        if (state.Phase is not (RoundPhase.Closed or RoundPhase.Scoring))
        {
            return WrongPhase(state, "scored");
        }

        if (day != state.ScoredDay + 1 || day > state.Settings.Scoring.Days)
        {
            return new Refusal(
                RefusalCodes.TargetDayOutOfOrder,
                $"Round {state.Id} has scores up to day {state.ScoredDay} of {state.Settings.Scoring.Days}; "
                + $"day {day} is not the next one.");
        }

        var due = state.Calendar.ScoringTimes[day - 1];
        return now >= due || command.Early
            ? null
            : new Refusal(
                RefusalCodes.TargetNotDue,
                $"The target of round {state.Id}, day {day}, is due at {due.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; wait, or publish it "
                    + "early.");
    }

    /// <param name="target">The target's stored form; the same day with the same content is a repeated command.</param>
    public static Decision<RoundState, RoundView> BeginScoring(
        RoundState state, PublishTarget command, StoredTarget target, DateTimeOffset now)
    {
        if (CheckScorable(state, command, now) is { } refusal)
        {
            return refusal;
        }

        var day = command.Day;
        if (state.Targets.TryGetValue(day, out var published))
        {
            return published == target.Content
                ? Unchanged(state)
                : new Refusal(
                    RefusalCodes.TargetAlreadyPublished,
                    $"The target of round {state.Id}, day {day}, was published with other content; a published target does not change.");
        }

        return SameAsAnotherDay(state, command, target) is { } another
            ? another
            : Begun(
                state with
                {
                    Phase = RoundPhase.Scoring,
                    Step = RoundStep.Scoring,
                    Work = Begin($"score/{day}", FirstOfScoring(state), now, now),
                    Targets = state.Targets.Add(day, target.Content),
                },
                now,
                [CommittedDocument.Of(CommitmentKinds.Target, target.Content, day)]);
    }

    /// <summary>A file that does not say its day and is the same as another day's is most likely that day's.</summary>
    private static Refusal? SameAsAnotherDay(RoundState state, PublishTarget command, StoredTarget target)
    {
        var same = state.Targets.Where(other => other.Value.Sha256 == target.Content.Sha256).Select(other => other.Key).ToList();
        return same.Count == 0 || target.Marked || command.Early
            ? null
            : new Refusal(
                RefusalCodes.TargetOfAnotherDay,
                $"The target for round {state.Id}, day {command.Day}, is the same as that of day {same[0]}; "
                + "take the file of the day, or publish it early if the two really are alike.");
    }

    /// <param name="state">The round.</param>
    /// <param name="portfolio">What the day's MPC was measured against; null where there is none.</param>
    /// <param name="table">The day's scores.</param>
    /// <param name="work">The step.</param>
    /// <param name="now">Now.</param>
    /// <param name="place">Where.</param>
    public static Decision<RoundState, RoundView> EndScoring(
        RoundState state, ObjectReference? portfolio, ObjectReference table, RoundWork work, DateTimeOffset now, string place)
    {
        var day = state.Targets.Keys.Last();
        var next = Enter(state with { ScoreTables = state.ScoreTables.Add(day, table) }, work, RoundStage.Publish, now, place);
        ImmutableArray<CommittedDocument> documents =
        [
            .. portfolio is null ? [] : (CommittedDocument[])[CommittedDocument.Of(CommitmentKinds.Portfolio, portfolio, day)],
            CommittedDocument.Of(CommitmentKinds.Scores, table, day),
        ];
        return Committed(next, now, documents, new ScoresPublished(next.Id, day, table));
    }

    public static Decision<RoundState, RoundView> BeginCancelling(RoundState state, string reason, DateTimeOffset now)
    {
        if (state.Phase == RoundPhase.Cancelled)
        {
            return Unchanged(state);
        }

        if (!MayBeCancelled(state))
        {
            return WrongPhase(state, "cancelled");
        }

        return CheckReason(reason) is { } refusal
            ? refusal
            : Begun(
                state with
                {
                    Phase = RoundPhase.Cancelled,
                    Step = RoundStep.Cancelling,
                    Work = Begin("cancel", RoundStage.Seal, now, now),
                    CancelReason = reason,
                },
                now,
                [CommittedDocument.OfText(CommitmentKinds.Cancelled, reason)]);
    }

    public static Decision<RoundState, RoundView> EndCancelling(
        RoundState state, RoundWork work, DateTimeOffset now, string place) =>
        Changed(Enter(state, work, RoundStage.Publish, now, place), new RoundCancelled(state.Id, state.CancelReason!));

    /// <summary>What ends it may still be under way; nothing comes after that.</summary>
    private static bool IsOver(RoundState state) => state.Phase is RoundPhase.Resolved or RoundPhase.Cancelled;

    private static bool MayBeCancelled(RoundState state) => !IsOver(state) && state.Settlement is null;

    public static Refusal WrongPhase(RoundState state, string verb) =>
        new(RefusalCodes.RoundWrongPhase, $"Round {state.Id} is {Describe(state)} and can't be {verb}.");

    private static string Describe(RoundState state) => state switch
    {
        { Step: RoundStep.Settling, Phase: not RoundPhase.Resolved } => "being settled",
        { Settlement: not null, Phase: not RoundPhase.Resolved } => "scored, has published what it pays",
        _ => state.Phase.ToString().ToLowerInvariant(),
    };

    private static Decision<RoundState, RoundView> Unchanged(RoundState state) =>
        Decision<RoundState, RoundView>.Unchanged(RoundProjection.View(state));

    /// <summary>
    /// Binds the round to documents with the change itself: the links are in its outbox, in the row that the change writes.
    /// </summary>
    private static Decision<RoundState, RoundView> Committed(
        RoundState next, DateTimeOffset now, ImmutableArray<CommittedDocument> documents, params TournamentEvent[] events)
    {
        var head = next.CommitmentHead;
        var links = new List<TournamentEvent>();
        foreach (var document in documents)
        {
            var link = CommitmentChain.Append(next.Id, head, document, now);
            head = new CommitmentHead(link.Sequence, link.Hash);
            links.Add(new RoundCommitted(link));
        }

        return Changed(next with { CommitmentHead = head }, [.. links, .. events]);
    }

    private static Decision<RoundState, RoundView> Changed(RoundState next, params TournamentEvent[] events) =>
        Decision<RoundState, RoundView>.Changed(RoundProjection.View(next), next, [.. events]);
}

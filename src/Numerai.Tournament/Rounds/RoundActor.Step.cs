using Microsoft.Extensions.Logging;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <content>
/// Steps in short turns. What a round was asked for stands in its row; one slice of it is done in a turn, the cursor is written, and the
/// next turn is asked for. Whoever brings the round to life, or wakes it, makes it go on from the cursor.
/// </content>
public partial class RoundActor
{
    /// <summary>How long a turn waits for what goes on beside it.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    private TaskCompletionSource? _waiters;
    private RoundStepView? _noted;

    private string Place => Services.Continuations.Place;

    public override async Task ActivateAsync()
    {
        if (State is { Step: not RoundStep.None } state)
        {
            Continue(TurnAsync);
            if (state.Work?.Stage == RoundStage.Publish)
            {
                return;
            }
        }

        await base.ActivateAsync();
    }

    public Task<Outcome<RoundStepView?>> StepAsync() => Task.FromResult(
        State is { } state ? RoundProjection.Step(state) : (Outcome<RoundStepView?>)RoundDecisions.NotFound(Key));

    public async Task<Outcome<RoundView>> WaitAsync(TimeSpan patience)
    {
        // First in the list, then the look: it interleaves with turns, on a host with threads beside them, and a turn that has just ended
        // would wake nobody.
        var waiters = Waiters();
        if (State is { Step: not RoundStep.None, Work: null or { State: RoundStepState.Running } })
        {
            await Services.Continuations.WithinAsync(this, waiters, patience);
        }

        return At(Answer());
    }

    public Task<Outcome<RoundView>> ContinueAsync() => BeginAsync((state, _) => RoundDecisions.Wake(state));

    public Task<Outcome<RoundView>> GoAsync(DateTimeOffset started, long number) =>
        BeginAsync((state, _) => RoundDecisions.Go(state, started, number));

    public async Task<Outcome<RoundView>> AbortAsync(string reason)
    {
        var isSealed = State is { Step: RoundStep.Closing } state && await Services.Submissions.IsSealedAsync(state.Id);
        var aborted = await DecideKnownAsync((known, now) => RoundDecisions.Abort(known, reason, isSealed, now));
        Rest(aborted.Accepted ? "aborted" : "done");
        return aborted;
    }

    /// <summary>Writes down what a step is to do and goes on with it in turns of the round's own.</summary>
    private async Task<Outcome<RoundView>> BeginAsync(Func<RoundState, DateTimeOffset, Decision<RoundState, RoundView>> decide)
    {
        var begun = await DecideKnownAsync(decide);
        if (State is { Step: not RoundStep.None } && begun.Accepted)
        {
            Continue(TurnAsync);
        }

        return begun;
    }

    /// <summary>One slice.</summary>
    private async Task TurnAsync()
    {
        Note("done");
        if (State is not { Step: not RoundStep.None } state)
        {
            Rest();
            return;
        }

        var work = RoundDecisions.WorkOf(state, Now);
        if (work.State is RoundStepState.AwaitsMoney or RoundStepState.Refused || work.NextAttempt > Now)
        {
            if (state.Work is null)
            {
                await MoveAsync(work);
            }

            Rest();
            return;
        }

        if (work.State != RoundStepState.Running)
        {
            await ContinueAsync();
            return;
        }

        try
        {
            await SliceAsync(state, work);
        }
#pragma warning disable CA1031 // Whatever it is, the step stands in the row and is tried again; the row and the log say what it was.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await FailAsync(work, fault);
        }
        finally
        {
            Rest();
        }
    }

    private Task SliceAsync(RoundState state, RoundWork work) => work.Stage switch
    {
        var stage when stage.MovesMoney() && !work.Lane =>
            throw new InvalidOperationException($"Round {Key} would move money out of its turn."),
        RoundStage.Queue => CarryOverAsync(state, work),
        RoundStage.Seal => SealAsync(work),
        RoundStage.Pin => PinAsync(work),
        RoundStage.Freeze => FreezeAsync(work),
        RoundStage.MetaModel => BuildMetaModelAsync(state, work),
        RoundStage.NaiveMetaModel => BuildNaiveMetaModelAsync(state, work),
        RoundStage.Portfolio => BuildPortfolioAsync(state, work),
        RoundStage.Compare => CompareAsync(state, work),
        RoundStage.Scores => ScoreAsync(state, work),
        RoundStage.LateScores => ScoreLateAsync(state, work),
        RoundStage.Table => PublishTableAsync(state, work),
        RoundStage.Entries => FreezeEntriesAsync(state, work),
        RoundStage.Reserve => ReserveAsync(work),
        RoundStage.Pay => PayAsync(work),
        RoundStage.Books => CloseBooksAsync(work),
        RoundStage.Free => FreeAsync(work),
        RoundStage.Publish => PublishAsync(),
        _ => throw new InvalidOperationException($"Round {Key} is in a stage '{work.Stage}' that this version does not know."),
    };

    private async Task MoveAsync(RoundWork next) => await DecideKnownAsync((state, now) => RoundDecisions.Moved(state, next, now, Place));

    /// <summary>Writes nothing when nothing came of the slice.</summary>
    private Task MoveAsync(RoundWork next, RoundWork before) => next.Done == before.Done && next.Total == before.Total
        ? Task.CompletedTask
        : MoveAsync(next);

    private async Task EnterAsync(RoundWork work, RoundStage stage, int total = 0) => await DecideAsync<int>((_, now) =>
        Decision<RoundState, int>.Changed(0, RoundDecisions.Enter(Known, work, stage, now, Place, total)));

    /// <summary>Writes the step's result; it is published beside the turns, since it may be one row for every score of the crowd.</summary>
    private async Task EndAsync(Func<RoundState, DateTimeOffset, Decision<RoundState, RoundView>> decide)
    {
        await CommitQuietlyAsync<RoundView>((_, now) => decide(Known, now));
        await PublishAsync();
    }

    /// <summary>A step is over when what it came to is published.</summary>
    private async Task PublishAsync()
    {
        if (await PublishedWithinAsync(_patience))
        {
            await DecideKnownAsync((state, _) => RoundDecisions.EndStep(state));
        }
    }

    private async Task FailAsync(RoundWork work, Exception fault)
    {
        Services.Logger.LogWarning(fault, "Round {Round} could not go on with '{Command}' at {Stage}.", Key, work.Command, work.Stage);
        var error = new Refusal(
            RefusalCodes.RoundStepFailed, $"The server could not do it ({fault.GetType().Name}); the log of {Place} says why.");
        try
        {
            await DecideKnownAsync((state, now) =>
                RoundDecisions.Fail(state, RoundDecisions.WorkOf(state, now), error, now, Place));
        }
#pragma warning disable CA1031 // The database may be what failed: then the row stays as it is, and the next touch goes on from it.
        catch (Exception another)
#pragma warning restore CA1031
        {
            Services.Logger.LogWarning(another, "Round {Round} could not note that it failed.", Key);
        }
    }

    /// <summary>Told of a step that has come on, for hosts that measure it.</summary>
    protected virtual void StepMoved(RoundStepView step)
    {
    }

    /// <summary>Told of a step that is over.</summary>
    /// <param name="step">As it was when it last moved.</param>
    /// <param name="outcome">"done", "aborted", or "cancelled" for one that the round's end has replaced.</param>
    protected virtual void StepEnded(RoundStepView step, string outcome, TimeSpan time)
    {
    }

    private void Note(string outcome)
    {
        var step = State is { } state ? RoundProjection.Step(state) : null;
        if (_noted is { } before && before.Started != step?.Started)
        {
            StepEnded(before, step is null ? outcome : "cancelled", Now - before.Started);
        }

        if (step is not null && step.Moved != _noted?.Moved)
        {
            StepMoved(step);
        }

        _noted = step;
    }

    /// <summary>Asks for the next turn, or lets go of whoever waits and of what only the step needed.</summary>
    private void Rest(string outcome = "done")
    {
        Note(outcome);
        if (State is { Step: not RoundStep.None, Work: var work }
            && work is not { State: RoundStepState.AwaitsMoney or RoundStepState.Refused })
        {
            // A time to try again is kept by the host's timers: a virtual clock may stand still.
            var wait = work?.NextAttempt is { } next && next > Now ? next - Now : TimeSpan.Zero;
            Continue(wait > TimeSpan.Zero ? ContinueAsync : TurnAsync, wait);
            if (work is null or { State: RoundStepState.Running })
            {
                return;
            }
        }
        else if (State?.Step is RoundStep.None)
        {
            (_selected, _stakers, _queue) = (null, null, null);
        }

        Interlocked.Exchange(ref _waiters, null)?.TrySetResult();
    }

    private Task Waiters()
    {
        var made = new TaskCompletionSource();
        return (Interlocked.CompareExchange(ref _waiters, made, null) ?? made).Task;
    }
}

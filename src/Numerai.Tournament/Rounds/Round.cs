using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;

namespace Numerai.Tournament.Rounds;

/// <summary>The actor behind <see cref="IRound"/>. Its steps are in files of their own: opening, closing, scoring, settling.</summary>
public partial class Round(string key, IActorStorage<Persisted<RoundState>> storage, ActorServices services)
    : Actor<RoundState>("round", key, storage, services), IRound
{
    private RoundState Known => State ?? throw new InvalidOperationException($"Round {Key} was never opened.");

    public Task<Outcome<RoundView>> GetAsync() => Task.FromResult(Answer());

    public async Task<Outcome<RoundView>> CloseAsync(bool early)
    {
        if (await FinishStepAsync() is { } refusal)
        {
            return refusal;
        }

        var begun = await DecideKnownAsync((state, now) => RoundDecisions.BeginClosing(state, early, now));
        return begun.Accepted ? await ContinueAsync() : begun;
    }

    public async Task<Outcome<RoundView>> PublishTargetAsync(PublishTarget command)
    {
        if (await FinishStepAsync() is { } refusal)
        {
            return refusal;
        }

        if (State is not { } known)
        {
            return RoundDecisions.NotFound(Key);
        }

        // Nothing is read or stored of a file that would be refused whatever is in it.
        if (RoundDecisions.CheckScorable(known, command, Now) is { } early)
        {
            return early;
        }

        var target = await StoreTargetAsync(known, command);
        if (!target.Accepted)
        {
            return target.Refusal;
        }

        var begun = await DecideKnownAsync((state, now) => RoundDecisions.BeginScoring(state, command, target.Value, now));
        return begun.Accepted ? await ContinueAsync() : begun;
    }

    public async Task<Outcome<RoundView>> ResolveAsync()
    {
        if (await FinishStepAsync() is { } unfinished)
        {
            return unfinished;
        }

        if (State is not { } state)
        {
            return RoundDecisions.NotFound(Key);
        }

        if (state.Phase == RoundPhase.Resolved)
        {
            return Answer();
        }

        if (RoundDecisions.CheckResolvable(state) is { } refusal)
        {
            return refusal;
        }

        await BeginSettlingAsync();
        return await ContinueAsync();
    }

    public async Task<Outcome<RoundView>> CancelAsync(string reason)
    {
        var begun = await DecideKnownAsync((state, now) => RoundDecisions.BeginCancelling(state, reason, now));
        return begun.Accepted ? await ContinueAsync() : begun;
    }

    public async Task<Outcome<RoundView>> ContinueAsync() =>
        State is null ? RoundDecisions.NotFound(Key) : await FinishStepAsync() is { } refusal ? refusal : Answer();

    /// <summary>Ends the step the round is in the middle of. A refusal means that it can't go on yet (the treasury is short).</summary>
    private async Task<Refusal?> FinishStepAsync()
    {
        switch (State?.Step)
        {
            case RoundStep.CarryingOver:
                await CarryOverAsync();
                return null;
            case RoundStep.Closing:
                await FinishClosingAsync();
                return null;
            case RoundStep.Scoring:
                await FinishScoringAsync();
                return null;
            case RoundStep.Settling:
                return await FinishSettlingAsync();
            case RoundStep.Cancelling:
                await FinishCancellingAsync();
                return null;
            default:
                return null;
        }
    }

    private Outcome<RoundView> Answer() => State is { } state ? RoundProjection.View(state) : RoundDecisions.NotFound(Key);

    private Task<Outcome<RoundView>> DecideKnownAsync(Func<RoundState, DateTimeOffset, Decision<RoundState, RoundView>> decide) =>
        DecideAsync<RoundView>((state, now) => state is null ? RoundDecisions.NotFound(Key) : decide(state, now));
}

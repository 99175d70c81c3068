using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <summary>The actor behind <see cref="IRound"/>. Its steps are in files of their own: opening, closing, scoring, settling.</summary>
public partial class RoundActor(string key, IActorStorage<Persisted<RoundState>> storage, ActorServices services)
    : Actor<RoundState>(ActorKinds.Round, key, storage, services), IRound
{
    private RoundState Known => State ?? throw new InvalidOperationException($"Round {Key} was never opened.");

    public Task<Outcome<RoundView>> GetAsync() => Task.FromResult(Answer());

    public Task<Outcome<RoundView>> CloseAsync(bool early) => State is { Step: not (RoundStep.None or RoundStep.Closing) } state
        ? Task.FromResult<Outcome<RoundView>>(RoundDecisions.AtWork(state))
        : BeginAsync((known, now) => RoundDecisions.BeginClosing(known, early, now));

    public async Task<Outcome<RoundView>> PublishTargetAsync(PublishTarget command)
    {
        if (State is not { } known)
        {
            return RoundDecisions.NotFound(Key);
        }

        if (known.Step != RoundStep.None && !known.Targets.ContainsKey(command.Day))
        {
            return RoundDecisions.AtWork(known);
        }

        // Nothing is read or stored of a file that would be refused whatever is in it.
        if (RoundDecisions.CheckScorable(known, command, Now) is { } early)
        {
            return early;
        }

        var target = await StoreTargetAsync(known, command);
        return target.Accepted
            ? await BeginAsync((state, now) => RoundDecisions.BeginScoring(state, command, target.Value, now))
            : target.Refusal;
    }

    public async Task<Outcome<RoundView>> ResolveAsync() => State switch
    {
        { Step: RoundStep.Settling } => await ContinueAsync(),
        { Step: not RoundStep.None } state => RoundDecisions.AtWork(state),
        { Phase: RoundPhase.Resolved } => Answer(),
        _ => await BeginAsync((state, now) => RoundDecisions.BeginResolving(state, now)),
    };

    public Task<Outcome<RoundView>> CancelAsync(string reason) =>
        BeginAsync((state, now) => RoundDecisions.BeginCancelling(state, reason, now));

    private Outcome<RoundView> Answer() => At<RoundView>(
        State is { } state ? RoundProjection.View(state) : RoundDecisions.NotFound(Key));

    private Task<Outcome<RoundView>> DecideKnownAsync(Func<RoundState, DateTimeOffset, Decision<RoundState, RoundView>> decide) =>
        DecideAsync<RoundView>((state, now) => state is null ? RoundDecisions.NotFound(Key) : decide(state, now));
}

using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <summary>The actor behind <see cref="IRound"/>. Its steps are in files of their own: opening, closing, scoring, settling.</summary>
public partial class RoundActor(string key, IActorStorage<Persisted<RoundState>> storage, ActorServices services)
    : Actor<RoundState>(ActorKinds.Round, key, storage, services), IRound
{
    private RoundState Known => State ?? throw new InvalidOperationException($"Round {Key} was never opened.");

    public Task<Outcome<RoundView>> GetAsync() => Task.FromResult(Answer());

    public Task<Outcome<RoundView>> CloseAsync(bool early) =>
        BeginAsync((state, now) => RoundDecisions.BeginClosing(state, early, now));

    public async Task<Outcome<RoundView>> PublishTargetAsync(PublishTarget command)
    {
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
        return target.Accepted
            ? await BeginAsync((state, now) => RoundDecisions.BeginScoring(state, command, target.Value, now))
            : target.Refusal;
    }

    public Task<Outcome<RoundView>> ResolveAsync() => BeginAsync(RoundDecisions.BeginResolving);

    public Task<Outcome<RoundView>> CancelAsync(string reason) =>
        BeginAsync((state, now) => RoundDecisions.BeginCancelling(state, reason, now));

    private Outcome<RoundView> Answer() => At<RoundView>(
        State is { } state ? RoundProjection.View(state) : RoundDecisions.NotFound(Key));

    private Task<Outcome<RoundView>> DecideKnownAsync(Func<RoundState, DateTimeOffset, Decision<RoundState, RoundView>> decide) =>
        DecideAsync<RoundView>((state, now) => state is null ? RoundDecisions.NotFound(Key) : decide(state, now));
}

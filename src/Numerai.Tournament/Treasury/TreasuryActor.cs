using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Treasury;

/// <summary>The actor behind <see cref="ITreasury"/>.</summary>
public class TreasuryActor(string key, IActorStorage<Persisted<TreasuryState>> storage, ActorServices services)
    : Actor<TreasuryState>(ActorKinds.Treasury, key, storage, services), ITreasury
{
    public Task<Outcome<TreasuryView>> MintAsync(Mint command) =>
        DecideAsync<TreasuryView>((state, now) => TreasuryDecisions.Mint(state ?? TreasuryState.Empty, command, now));

    public Task<Outcome<TreasuryView>> EmitAsync(ImmutableArray<Emission> emissions) =>
        DecideAsync<TreasuryView>((state, now) => EmissionDecisions.Emit(state ?? TreasuryState.Empty, emissions, now));

    public Task<Outcome<TreasuryView>> ReserveAsync(RoundId round, Nmr amount) =>
        DecidePublishedAsync<TreasuryView>((state, _) => TreasuryDecisions.Reserve(state ?? TreasuryState.Empty, round, amount));

    public Task<Outcome<TreasuryView>> CloseAsync(RoundId round, Nmr paid, Nmr burned) =>
        DecideAsync<TreasuryView>((state, _) => TreasuryDecisions.Close(state ?? TreasuryState.Empty, round, paid, burned));

    public Task<Outcome<TreasuryView>> ReserveGrantsAsync(int proposal, Nmr amount) =>
        DecidePublishedAsync<TreasuryView>((state, _) => TreasuryDecisions.ReserveGrants(state ?? TreasuryState.Empty, proposal, amount));

    public Task<Outcome<TreasuryView>> CloseGrantsAsync(int proposal) =>
        DecideAsync<TreasuryView>((state, _) => TreasuryDecisions.CloseGrants(state ?? TreasuryState.Empty, proposal));

    public Task<Outcome<TreasuryView>> GetAsync() =>
        Task.FromResult<Outcome<TreasuryView>>((State ?? TreasuryState.Empty).View());
}

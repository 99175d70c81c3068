using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Accounts;

/// <summary>The actor behind <see cref="IParticipant"/>; transfers are in a file of their own.</summary>
public partial class ParticipantActor(string key, IActorStorage<Persisted<ParticipantState>> storage, ActorServices services)
    : Actor<ParticipantState>(ActorKinds.Participant, key, storage, services), IParticipant
{
    private AccountId Id => new(Guid.ParseExact(Key, "D"));

    public Task<Outcome<AccountView>> RegisterAsync(RegisterAccount command) =>
        DecideAsync<AccountView>((state, now) => AccountDecisions.Register(state, Id, command, now));

    public Task<Outcome<AccountView>> GetAsync() => Task.FromResult<Outcome<AccountView>>(
        State is { } state ? ParticipantProjections.Account(state) : AccountDecisions.NotFound(Key));

    public Task<Outcome<ApiKeyView>> AddApiKeyAsync(AddApiKey command) =>
        DecideKnownAsync((state, _) => AccountDecisions.AddApiKey(state, command));

    public Task<Outcome<ApiKeyView>> RevokeApiKeyAsync(string publicId) =>
        DecideKnownAsync((state, _) => AccountDecisions.RevokeApiKey(state, publicId));

    public Task<Outcome<ImmutableArray<ApiKeyView>>> RevokeOtherApiKeysAsync(string publicId) =>
        DecideKnownAsync((state, _) => AccountDecisions.RevokeOtherApiKeys(state, publicId));

    public Task<Outcome<Credential>> AuthenticateAsync(string publicId, string secretHash)
    {
        var key = State?.ApiKeys.Find(candidate => candidate.PublicId == publicId);
        var matches = key is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(key.SecretHash), Encoding.ASCII.GetBytes(secretHash));
        return Task.FromResult<Outcome<Credential>>(
            matches
                ? new Credential(State!.Id, State.Username, Scopes.Trusted(State.Id, key!.Scopes)) { Sequence = LastSequence }
                : new Refusal(RefusalCodes.NotAuthenticated, "Your session is invalid or has expired."));
    }

    /// <summary>Claims the name at the model first: a crash in between leaves a claim that the retry of its owner finds again.</summary>
    public async Task<Outcome<ModelStakeView>> CreateModelAsync(CreateModel command)
    {
        if (State is not { } state)
        {
            return AccountDecisions.NotFound(Key);
        }

        if (Names.Check(command.Name, "model name") is { } invalid)
        {
            return invalid;
        }

        var id = NamedUuid.Model(command.Tournament, command.Name);
        if (!state.Models.ContainsKey(id))
        {
            if (AccountDecisions.CheckNewModel(state, command) is { } refusal)
            {
                return refusal;
            }

            var claim = await Services.Actors.Model(id).CreateAsync(
                new ClaimModel(command.Tournament, command.Name, state.Id, state.Username));
            if (!claim.Accepted)
            {
                return claim.Refusal;
            }
        }

        return await DecideKnownAsync((current, now) => AccountDecisions.AddModel(current, id, command, now));
    }

    public Task<Outcome<Hold>> PlaceHoldAsync(PlaceHold command) =>
        DecideKnownAsync((state, now) => HoldDecisions.Place(state, command, now));

    public Task<Outcome<Hold>> ReleaseHoldAsync(string holdId) =>
        DecideKnownAsync((state, now) => HoldDecisions.Release(state, holdId, now));

    public Task<Outcome<StakeChangeView>> ChangeStakeAsync(ChangeStake command) =>
        DecideKnownAsync((state, now) => StakeDecisions.Change(state, command, now));

    public Task<Outcome<PortfolioChangeView>> ChangePortfolioAsync(ChangePortfolio command) =>
        DecideKnownAsync((state, now) => PortfolioDecisions.Change(state, command, now));

    /// <summary>A round commits to the stakes; by then the ledger has the entries that made them.</summary>
    public Task<Outcome<ImmutableArray<PinnedStake>>> PinStakesAsync(RoundId round, ImmutableArray<ModelId> models) =>
        DecideKnownPublishedAsync((state, _) => StakeDecisions.Pin(state, round, models));

    public Task<Outcome<int>> UnpinStakesAsync(RoundId round) =>
        DecideKnownAsync((state, now) => SettlementDecisions.Unpin(state, round, now));

    /// <summary>A round resolves when all have answered; by then the ledger has every payout and burn.</summary>
    public Task<Outcome<SettlementReceipt>> SettleAsync(RoundId round, ImmutableArray<SettlementEntry> entries) =>
        DecideKnownPublishedAsync((state, now) => SettlementDecisions.Settle(state, round, entries, now));

    public Task<Outcome<AccountId?>> SetDelegateAsync(AccountId? to) =>
        DecideKnownAsync((state, _) => TransferDecisions.Delegate(state, to));

    public Task<Outcome<AccountPower>> PowerAsync(DateTimeOffset from, DateTimeOffset to) => Task.FromResult<Outcome<AccountPower>>(
        State is { } state
            ? new AccountPower(state.Id, state.PastPower.Lowest(state.Power, from, to), state.Delegate)
            : AccountDecisions.NotFound(Key));

    private Task<Outcome<T>> DecideKnownAsync<T>(Func<ParticipantState, DateTimeOffset, Decision<ParticipantState, T>> decide) =>
        DecideAsync<T>(
            (state, now) =>
                state is null ? AccountDecisions.NotFound(Key) : Noted(state, AsItIs(state, now, decide), now));

    private Task<Outcome<T>> DecideKnownPublishedAsync<T>(Func<ParticipantState, DateTimeOffset, Decision<ParticipantState, T>> decide) =>
        DecidePublishedAsync<T>(
            (state, now) =>
                state is null ? AccountDecisions.NotFound(Key) : Noted(state, AsItIs(state, now, decide), now));

    /// <summary>Decides on the account as it is by now.</summary>
    private static Decision<ParticipantState, T> AsItIs<T>(
        ParticipantState state, DateTimeOffset now, Func<ParticipantState, DateTimeOffset, Decision<ParticipantState, T>> decide) =>
        HoldDecisions.AfterLapsed(state, now, (current, _) => SettlementDecisions.WithoutOver(current, now, decide));

    /// <summary>Whatever changes what the account holds is noted for snapshots of voting power.</summary>
    private static Decision<ParticipantState, T> Noted<T>(
        ParticipantState before, Decision<ParticipantState, T> decision, DateTimeOffset now) =>
        decision.Next is { } next ? decision with
        {
            Next = next with { PastPower = next.PastPower.Moved(before.Power, next.Power, now) },
        } : decision;
}

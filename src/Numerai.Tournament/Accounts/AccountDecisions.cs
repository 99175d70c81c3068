using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Accounts;

/// <summary>Registration, API keys and models of an account.</summary>
internal static class AccountDecisions
{
    /// <summary>Every request looks through them; a person has a few programs, and revokes what is no longer in use.</summary>
    private const int MaximumApiKeys = 20;

    public static Refusal NotFound(string key) =>
        new(RefusalCodes.AccountNotFound, $"There is no account {key}; register one first.");

    public static Decision<ParticipantState, AccountView> Register(
        ParticipantState? state, AccountId id, RegisterAccount command, DateTimeOffset now)
    {
        if (Names.Check(command.Username, "username") is { } refusal)
        {
            return refusal;
        }

        if (state is not null)
        {
            // The same first key shows that this is a retry of the registration that made the account.
            return state.ApiKeys.Any(key => key.PublicId == command.FirstKey.PublicId && key.SecretHash == command.FirstKey.SecretHash)
                ? Decision<ParticipantState, AccountView>.Unchanged(ParticipantProjections.Account(state))
                : new Refusal(RefusalCodes.UsernameTaken, $"The username '{command.Username}' is taken; choose another one.");
        }

        var next = new ParticipantState(
            id,
            Names.Normalise(command.Username),
            now,
            [Store(command.FirstKey)],
            Nmr.Zero,
            ImmutableSortedDictionary<ModelId, ModelStake>.Empty,
            LedgerHead.Genesis,
            ImmutableSortedDictionary.Create<string, Nmr>(StringComparer.Ordinal),
            [],
            ImmutableSortedDictionary<RoundId, SettlementReceipt>.Empty);
        return Decision<ParticipantState, AccountView>.Changed(
            ParticipantProjections.Account(next), next, new AccountRegistered(id, next.Username));
    }

    public static Decision<ParticipantState, ApiKeyView> AddApiKey(ParticipantState state, AddApiKey command)
    {
        if (state.ApiKeys.Find(key => key.PublicId == command.PublicId) is { } existing)
        {
            return existing.SecretHash == command.SecretHash
                ? Decision<ParticipantState, ApiKeyView>.Unchanged(ParticipantProjections.ApiKey(state.Id, existing))
                : new Refusal(RefusalCodes.CommandReused, $"The key {command.PublicId} exists with another secret.");
        }

        if (state.ApiKeys.Count >= MaximumApiKeys)
        {
            return new Refusal(
                RefusalCodes.KeyLimitReached, $"The account has {MaximumApiKeys} API keys, which is the limit; revoke one first.");
        }

        if (Scopes.Check(state.Id, command.Scopes) is { } refusal)
        {
            return refusal;
        }

        var stored = Store(command);
        return Decision<ParticipantState, ApiKeyView>.Changed(
            ParticipantProjections.ApiKey(state.Id, stored), state with { ApiKeys = state.ApiKeys.Add(stored) });
    }

    public static Decision<ParticipantState, ApiKeyView> RevokeApiKey(ParticipantState state, string publicId)
    {
        var key = state.ApiKeys.Find(candidate => candidate.PublicId == publicId);
        return key is null
            ? new Refusal(RefusalCodes.KeyNotFound, $"The account has no API key {publicId}.")
            : Decision<ParticipantState, ApiKeyView>.Changed(
                ParticipantProjections.ApiKey(state.Id, key), state with { ApiKeys = state.ApiKeys.Remove(key) });
    }

    /// <summary>Whoever has a stolen key may have made more with it, so all others go in one step; a second time changes nothing.</summary>
    public static Decision<ParticipantState, ImmutableArray<ApiKeyView>> RevokeOtherApiKeys(ParticipantState state, string publicId)
    {
        if (state.ApiKeys.Find(candidate => candidate.PublicId == publicId) is not { } kept)
        {
            return new Refusal(RefusalCodes.KeyNotFound, $"The account has no API key {publicId}.");
        }

        ImmutableArray<ApiKeyView> revoked = [.. state.ApiKeys.Remove(kept).Select(key => ParticipantProjections.ApiKey(state.Id, key))];
        return revoked.IsEmpty
            ? Decision<ParticipantState, ImmutableArray<ApiKeyView>>.Unchanged(revoked)
            : Decision<ParticipantState, ImmutableArray<ApiKeyView>>.Changed(revoked, state with { ApiKeys = [kept] });
    }

    /// <summary>The account as if it had this key and no other.</summary>
    public static ParticipantState WithOnlyKey(ParticipantState state, AddApiKey command) => state with { ApiKeys = [Store(command)] };

    /// <summary>Null when the model may be created; it is checked before the name is claimed.</summary>
    public static Refusal? CheckNewModel(ParticipantState state, CreateModel command)
    {
        if (Names.Check(command.Name, "model name") is { } refusal)
        {
            return refusal;
        }

        var count = state.Models.Values.Count(model => model.Tournament == command.Tournament);
        return count < command.Limits.MaximumModels
            ? null
            : new Refusal(
                RefusalCodes.ModelLimitReached,
                $"The account has {count} models in tournament {command.Tournament}, which is the limit of "
                + $"{command.Limits.MaximumModels}.");
    }

    public static Decision<ParticipantState, ModelStakeView> AddModel(
        ParticipantState state, ModelId id, CreateModel command, DateTimeOffset now)
    {
        if (state.Models.TryGetValue(id, out var existing))
        {
            return Decision<ParticipantState, ModelStakeView>.Unchanged(ParticipantProjections.Model(id, existing));
        }

        var model = new ModelStake(
            command.Tournament, Names.Normalise(command.Name), now, Nmr.Zero, [], ImmutableSortedDictionary<RoundId, Nmr>.Empty);
        return Decision<ParticipantState, ModelStakeView>.Changed(
            ParticipantProjections.Model(id, model), state with { Models = state.Models.Add(id, model) });
    }

    private static StoredApiKey Store(AddApiKey command) => new(command.PublicId, command.SecretHash, command.Name, command.Scopes);
}

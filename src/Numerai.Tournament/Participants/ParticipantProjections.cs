using Numerai.Tournament.Identity;

namespace Numerai.Tournament.Participants;

/// <summary>Turns stored state into what callers see.</summary>
internal static class ParticipantProjections
{
    public static AccountView Account(ParticipantState state) =>
        new(
            state.Id,
            state.Username,
            state.Registered,
            state.Wallet,
            [.. state.ApiKeys.Select(ApiKey)],
            [.. state.Models.Select(pair => Model(pair.Key, pair.Value))],
            state.LedgerHead)
        {
            Delegate = state.Delegate,
            Held = state.Held,
            Holds = [.. state.Holds],
        };

    public static ApiKeyView ApiKey(StoredApiKey key) => new(key.PublicId, key.Name, key.Scopes);

    public static ModelStakeView Model(ModelId id, ModelStake model) =>
        new(
            id,
            model.Tournament,
            model.Name,
            model.Created,
            model.Active,
            model.Pending,
            [.. model.Releases.Select(release => new PendingReleaseView(
                release.CommandId, release.Amount, release.Requested, [.. release.WaitsFor]) { MoveTo = release.MoveTo })],
            model.AtRisk);
}

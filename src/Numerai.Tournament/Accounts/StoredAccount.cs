using System.Collections.Immutable;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts;

/// <summary>What is done to an account's row while no host runs: no actor holds it, and nothing is published.</summary>
public static class StoredAccount
{
    /// <summary>Replaces all keys of the account by one; the keys that no longer let anybody in come along.</summary>
    public static (Persisted<ParticipantState> Next, ImmutableArray<ApiKeyView> Revoked) WithOnlyKey(
        Persisted<ParticipantState> row, AddApiKey key) =>
        (row with { State = AccountDecisions.WithOnlyKey(row.State, key) },
            [.. row.State.ApiKeys.Select(stored => ParticipantProjections.ApiKey(row.State.Id, stored))]);
}

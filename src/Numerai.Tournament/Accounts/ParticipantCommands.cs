using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <param name="FirstKey">The key the account starts with.</param>
public sealed record RegisterAccount(string Username, AddApiKey FirstKey);

/// <param name="PublicId">See <see cref="PublicKeyId"/>.</param>
/// <param name="SecretHash">Hash of the secret; the secret itself is shown once and never stored.</param>
public sealed record AddApiKey(string PublicId, string SecretHash, string Name, ImmutableArray<string> Scopes);

/// <param name="Limits">The tournament's limits on accounts.</param>
public sealed record CreateModel(TournamentId Tournament, string Name, AccountSettings Limits);

/// <param name="ExternalId">Made by the operator; the same id again changes nothing.</param>
public sealed record Deposit(string ExternalId, Nmr Amount);

/// <param name="ExternalId">Made by the caller; the same id again changes nothing.</param>
public sealed record Withdraw(string ExternalId, Nmr Amount, AccountSettings Limits);

/// <param name="HoldId">Made by the operator; the same id again changes nothing.</param>
/// <param name="Amount">Of the wallet; null for the whole account.</param>
/// <param name="Until">Null for until it is released.</param>
public sealed record PlaceHold(string HoldId, Nmr? Amount, string Reason, DateTimeOffset? Until);

/// <param name="CommandId">Made by the caller; the same id again changes nothing and answers as the first time.</param>
/// <param name="Amount">Positive; ignored by a drain.</param>
public sealed record ChangeStake(string CommandId, ModelId Model, StakeChangeType Type, Nmr Amount)
{
    /// <summary>Where a move goes.</summary>
    public ModelId? To { get; init; }

    /// <summary>The tournament's rules for stakes, which a move needs; no part of what makes a command the same.</summary>
    public StakeSettings? Rules { get; init; }
}

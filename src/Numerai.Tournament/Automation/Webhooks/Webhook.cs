using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Automation.Webhooks;

/// <summary>An address of a participant that is told what happens.</summary>
/// <param name="Id">Follows from account and address, so that making it twice is once.</param>
/// <param name="Events">Kinds it wants, of <see cref="WebhookKinds"/>.</param>
/// <param name="Created">Part of what its secret is derived from: made anew, it has another one.</param>
public sealed record Webhook(Guid Id, AccountId Account, string Url, ImmutableArray<string> Events, DateTimeOffset Created)
{
    /// <summary>Webhooks an account may have.</summary>
    public const int MostOfAccount = 10;

    public static Guid IdOf(AccountId account, string url) => NamedUuid.Create($"webhook/{account}/{url}");
}

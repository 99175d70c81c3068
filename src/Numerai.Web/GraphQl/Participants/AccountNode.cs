using System.Text.Json.Serialization;
using Numerai.Contracts;
using Numerai.Web.GraphQl.Types;

namespace Numerai.Web.GraphQl.Participants;

/// <param name="WalletAddress">The wallet's name in the ledger.</param>
/// <param name="Email">Not asked for here, so always null.</param>
/// <param name="Status">Always null: accounts are not reviewed here.</param>
internal sealed record AccountNode(
    AccountId Id,
    string Username,
    string WalletAddress,
    Nmr AvailableNmr,
    string? Email,
    bool MfaEnabled,
    string? Status,
    DateTimeOffset InsertedAt,
    IReadOnlyList<ModelNode> Models,
    IReadOnlyList<AccountNode.ApiToken> ApiTokens,
    Deferred<IReadOnlyList<WalletTxnNode>> WalletTxns)
{
    internal sealed record ApiToken(string Name, [property: JsonPropertyName("public_id")] string PublicId, IReadOnlyList<string> Scopes);
}

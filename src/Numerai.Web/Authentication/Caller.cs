using System.Collections.Immutable;
using System.Reflection;
using System.Security.Claims;
using Numerai.Contracts;

namespace Numerai.Web.Authentication;

/// <summary>The account and key behind a request that passed authentication.</summary>
internal sealed record Caller(AccountId Account, string Username, string PublicId, ImmutableArray<string> Scopes)
{
    public const string KeyClaim = "key";
    public const string AccountClaim = "account";
    public const string NameClaim = "username";
    public const string ScopeClaim = "scope";

    public bool IsOperator => Scopes.Contains(Tournament.Accounts.Scopes.Operator);

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(Of(context.User));

    /// <summary>Null for a request without a valid key.</summary>
    public static Caller? Of(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true }
        ? new Caller(
            new AccountId(Guid.ParseExact(user.FindFirstValue(AccountClaim)!, "D")),
            user.FindFirstValue(NameClaim)!,
            user.FindFirstValue(KeyClaim)!,
            [.. user.FindAll(ScopeClaim).Select(claim => claim.Value)])
        : null;
}

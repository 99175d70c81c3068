using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;
using Numerai.Web.Http;

namespace Numerai.Web.Accounts;

/// <summary>Registration, keys, wallet.</summary>
internal static class AccountEndpoints
{
    private const string FirstKeyName = "first key";

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapPost("/accounts", RegisterAsync).WithSummary("Make an account and its first key; the secret is shown this once.");
        api.MapGet("/account", GetAsync).RequireScope(Scopes.ReadUserInfo).WithSummary("The account of the key in use.");
        api.MapPost("/account/keys", CreateKeyAsync).RequireScope(Scopes.ManageAccount)
            .WithSummary("Make another key with some of the scopes of the key in use.");
        api.MapDelete("/account/keys/{publicId}", RevokeKeyAsync).RequireScope(Scopes.ManageAccount).WithSummary("Revoke a key.");
        api.MapDelete("/account/keys", RevokeOtherKeysAsync).RequireScope(Scopes.ManageAccount)
            .WithSummary("Revoke every key but the one in use.");
        api.MapPost("/account/withdrawals", WithdrawAsync).RequireScope(Scopes.ManageAccount).WithSummary("Take NMR out of the wallet.");
    }

    private static async Task<Answer<Registration>> RegisterAsync(
        JsonBody<RegisterRequest> body, IActors actors, ApiKeys keys, WebServerOptions options)
    {
        if (!options.OpenRegistration)
        {
            return new Refusal(ApiCodes.RegistrationClosed, "This server's operator makes the accounts; ask there for one.");
        }

        return await MakeAsync(body.Content, Scopes.OfParticipants, actors, keys);
    }

    internal static async Task<Answer<Registration>> MakeAsync(
        RegisterRequest request, ImmutableArray<string> scopes, IActors actors, ApiKeys keys)
    {
        if (Names.Check(request.Username, "username") is { } invalid)
        {
            return invalid;
        }

        var account = NamedUuid.Account(request.Username);
        var key = keys.Make(account, request.Secret, FirstKeyName, scopes);
        if (!key.Accepted)
        {
            return key.Refusal;
        }

        var (command, secret) = key.Value;
        var registered = await actors.Participant(account).RegisterAsync(new RegisterAccount(request.Username, command));
        return Answer<Registration>.Of(
            registered,
            view => new Registration(
                view.Answer(), new NewApiKey(command.PublicId, secret, command.Name, command.Scopes)));
    }

    private static async Task<Answer<Account>> GetAsync(Caller caller, IActors actors, TournamentTime time) =>
        Answer<Account>.Of(
            await actors.Participant(caller.Account).GetAsync(), view => view.At(time.GetUtcNow()).Answer());

    private static async Task<Answer<NewApiKey>> CreateKeyAsync(
        JsonBody<CreateKeyRequest> body, Caller caller, IActors actors, ApiKeys keys)
    {
        var request = body.Content;
        if (Scopes.Check(caller.Account, request.Scopes) is { } refusal)
        {
            return refusal;
        }

        if (request.Scopes.FirstOrDefault(scope => !caller.Scopes.Contains(scope, StringComparer.Ordinal)) is { } exceeding)
        {
            return new Refusal(
                RefusalCodes.NotAuthorised, $"A key gives only scopes that it has itself; the key in use does not have '{exceeding}'.");
        }

        var key = keys.Make(caller.Account, request.Secret, request.Name, [.. request.Scopes.Distinct(StringComparer.Ordinal)]);
        if (!key.Accepted)
        {
            return key.Refusal;
        }

        var (command, secret) = key.Value;
        var added = await actors.Participant(caller.Account).AddApiKeyAsync(command);
        return Answer<NewApiKey>.Of(added, view => new NewApiKey(view.PublicId, secret, view.Name, view.Scopes));
    }

    private static async Task<Answer<ApiKey>> RevokeKeyAsync(string publicId, Caller caller, IActors actors) =>
        Answer<ApiKey>.Of(await actors.Participant(caller.Account).RevokeApiKeyAsync(publicId), AccountAnswers.Answer);

    private static async Task<Answer<IReadOnlyList<ApiKey>>> RevokeOtherKeysAsync(Caller caller, IActors actors) =>
        Answer<IReadOnlyList<ApiKey>>.Of(
            await actors.Participant(caller.Account).RevokeOtherApiKeysAsync(caller.PublicId),
            keys => [.. keys.Select(AccountAnswers.Answer)]);

    private static async Task<Answer<WalletBalance>> WithdrawAsync(JsonBody<WithdrawalRequest> body, Caller caller, IActors actors)
    {
        var amount = Amounts.Read(body.Content.Amount);
        if (!amount.Accepted)
        {
            return amount.Refusal;
        }

        var limits = await WithdrawalLimits.OfAsync(caller.Account, actors);
        if (!limits.Accepted)
        {
            return limits.Refusal;
        }

        var command = new Withdraw(body.Content.CommandId, amount.Value, limits.Value);
        return Answer<WalletBalance>.Of(await actors.Participant(caller.Account).WithdrawAsync(command), AccountAnswers.Answer);
    }
}

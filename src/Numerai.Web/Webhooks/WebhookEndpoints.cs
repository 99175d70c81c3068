using Numerai.Contracts;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Automation.Webhooks;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Webhooks;

internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/account/webhooks", CreateAsync).RequireScope(Scopes.ManageAccount)
            .WithSummary("Have messages sent to an address; the same address again changes its events.");
        api.MapGet("/account/webhooks", ListAsync).RequireScope(Scopes.ManageAccount).WithSummary("Your webhooks with their secrets.");
        api.MapDelete("/account/webhooks/{id:guid}", DeleteAsync).RequireScope(Scopes.ManageAccount)
            .WithSummary("Send nothing there any more.");
        api.MapGet("/account/webhooks/deliveries", DeliveriesAsync).RequireScope(Scopes.ReadUserInfo)
            .WithSummary("Messages to your webhooks, newest first; ?status=dead for those given up.");
        api.MapPost("/account/webhooks/deliveries/{id:guid}/retry", RetryAsync).RequireScope(Scopes.ManageAccount)
            .WithSummary("Send a dead message again.");
    }

    /// <summary>What the operator sees: the messages of all accounts.</summary>
    public static void MapOperatorWebhooks(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        "/webhooks/deliveries",
        async (string? status, Paging paging, IWebhookStore store) => await PageAsync(null, status, paging, store))
        .WithSummary("Messages to all webhooks, newest first; ?status=dead for those given up.");

    private static async Task<Answer<WebhookResponse>> CreateAsync(
        JsonBody<CreateWebhookRequest> body, Caller caller, IWebhookStore store, WebhookSecrets secrets, TournamentTime time)
    {
        var webhook = WebhookDecisions.Create(
            caller.Account, await store.OfAccountAsync(caller.Account), body.Content.Url, body.Content.Events, time.GetUtcNow());
        if (!webhook.Accepted)
        {
            return webhook.Refusal;
        }

        await store.SaveAsync(webhook.Value);
        return WebhookResponse.Of(webhook.Value, secrets);
    }

    private static async Task<Answer<Page<WebhookResponse>>> ListAsync(
        Paging paging, Caller caller, IWebhookStore store, WebhookSecrets secrets) =>
        paging.PageOf(await store.OfAccountAsync(caller.Account), webhook => WebhookResponse.Of(webhook, secrets));

    private static async Task<Answer<WebhookResponse>> DeleteAsync(Guid id, Caller caller, IWebhookStore store, WebhookSecrets secrets)
    {
        var webhook = (await store.OfAccountAsync(caller.Account)).FirstOrDefault(own => own.Id == id);
        if (webhook is null)
        {
            return new Refusal(RefusalCodes.WebhookNotFound, $"You have no webhook {id:D}.");
        }

        await store.DeleteAsync(caller.Account, id);
        return WebhookResponse.Of(webhook, secrets);
    }

    private static Task<Answer<Page<WebhookDeliveryResponse>>> DeliveriesAsync(
        string? status, Paging paging, Caller caller, IWebhookStore store) =>
        PageAsync(caller, status, paging, store);

    private static async Task<Answer<Page<WebhookDeliveryResponse>>> PageAsync(
        Caller? caller, string? status, Paging paging, IWebhookStore store)
    {
        WebhookDeliveryStatus? wanted = status is null ? null
            : Enum.TryParse<WebhookDeliveryStatus>(status, ignoreCase: true, out var known) && !char.IsAsciiDigit(status[0]) ? known
            : throw new RefusedException(
                new Refusal(RefusalCodes.InvalidRequest, $"There is no status '{status}'; there are pending, delivered and dead."));
        return await paging.PageAsync(
            (limit, offset) => store.DeliveriesAsync(caller?.Account, wanted, limit, offset), WebhookDeliveryResponse.Of);
    }

    private static async Task<Answer<WebhookDeliveryResponse>> RetryAsync(Guid id, Caller caller, IWebhookStore store, TournamentTime time)
    {
        if (await store.FindDeliveryAsync(id) is not { } delivery || delivery.Account != caller.Account)
        {
            return new Refusal(RefusalCodes.WebhookNotFound, $"There is no delivery {id:D} to a webhook of yours.");
        }

        var again = WebhookDecisions.Retry(delivery, time.GetUtcNow());
        if (again.Accepted)
        {
            await store.UpdateAsync(again.Value);
        }

        return Answer<WebhookDeliveryResponse>.Of(again, WebhookDeliveryResponse.Of);
    }
}

using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Numerai.Web.Tests.Webhooks;

/// <summary>A participant's server on this machine: keeps what is posted, answers as it is told.</summary>
public sealed class WebhookReceiver : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Message>> _messages = new(StringComparer.Ordinal);
    private WebApplication? _app;

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

    public Uri Url { get; private set; } = null!;

    /// <summary>The first message of an event to a path.</summary>
    public Task<Message> WaitAsync(string path, string kind) => Slot(path, kind).Task.WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{path}", async (string path, HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var kind = request.Headers["Numerai-Event"].ToString();
            var message = new Message(
                kind, request.Headers["Numerai-Delivery"].ToString(), request.Headers["Numerai-Signature"]
                    .ToString(), await reader.ReadToEndAsync());
            Slot(path, kind).TrySetResult(message);
            return Results.StatusCode((int)Answer);
        });
        await _app.StartAsync();
        Url = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private TaskCompletionSource<Message> Slot(string path, string kind) =>
        _messages.GetOrAdd($"{path}/{kind}", _ => new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously));

    public sealed record Message(string Event, string Delivery, string Signature, string Body);
}

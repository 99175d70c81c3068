using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Polly;
using Polly.Timeout;

namespace Numerai.Client.Http;

/// <summary>Sends requests with credentials and retries, and turns refusals into <see cref="NumeraiApiException"/>.</summary>
internal sealed class ApiTransport(HttpClient http, NumeraiClientOptions options)
{
    private const string StaleHeader = "Numerai-Stale";

    private readonly RetryPolicies _policies = new(options);
    private readonly SeenPositions _seen = new();

    /// <summary>
    /// Called with the address of each read that was answered before the server's tables had what was answered here before.
    /// </summary>
    public Action<Uri>? StaleRead { get; set; }

    public NumeraiClientOptions Options => options;

    public HttpClient Http => http;

    public Task<T> GetAsync<T>(string path, CancellationToken cancellation) =>
        SendAsync<T>(HttpMethod.Get, path, null, Repeat.Safe, cancellation);

    /// <param name="prefer">What the answer may wait for, such as "wait=10" (RFC 7240).</param>
    public Task<T> SendAsync<T>(
        HttpMethod method, string path, object? body, Repeat repeat, CancellationToken cancellation, string? prefer = null) =>
        ReadAsync<T>(
            _policies.For(repeat),
            token => AttemptAsync(
                Preferring(
                    prefer,
                    Request(method, path, body is null ? null : JsonContent.Create(body, body.GetType(), options: NumeraiJson.Options))),
                token),
            cancellation);

    /// <summary>Sends a body that is opened anew for each attempt.</summary>
    /// <param name="content">Makes the body; it is told what to call when bytes have moved.</param>
    /// <param name="prefer">As for other calls.</param>
    public Task<T> TransferAsync<T>(
        HttpMethod method, string path, Func<Action, HttpContent> content, CancellationToken cancellation, string? prefer = null) =>
        ReadAsync<T>(
            _policies.Transfer,
            async token =>
            {
                using var watch = new StallWatch(options, token);
                return await watch
                    .RunAsync(watched => AttemptAsync(Preferring(prefer, Request(method, path, content(watch.Moved))), watched))
                    .ConfigureAwait(false);
            },
            cancellation);

    /// <summary>Runs attempts of a transfer that cares for its own requests.</summary>
    public Task<ApiAnswer> AttemptAsync(Func<CancellationToken, Task<ApiAnswer>> attempt, CancellationToken cancellation) =>
        RunAsync(_policies.Transfer, attempt, cancellation);

    /// <param name="path">Relative to the server's root, or a whole address; credentials go to the server only, never to another
    /// host.</param>
    public HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content = null)
    {
        var url = new Uri(Root(options.Url), path);
        var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (url.Authority != options.Url.Authority)
        {
            return request;
        }

        if (options.Credentials is { } credentials)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Token", $"{credentials.PublicId}${credentials.SecretKey}");
        }

        if (method == HttpMethod.Get && _seen.Text() is { } seen)
        {
            request.Headers.Add(SeenPositions.Header, seen);
        }

        return request;
    }

    private static HttpRequestMessage Preferring(string? prefer, HttpRequestMessage request)
    {
        if (prefer is not null)
        {
            request.Headers.Add("Prefer", prefer);
        }

        return request;
    }

    public void RequireCredentials()
    {
        if (options.Credentials is null)
        {
            throw new NumeraiApiException(
                NumeraiApiException.NoCredentials,
                $"This call needs an API key: set {NumeraiConfiguration.PublicIdVariable} and {NumeraiConfiguration.SecretKeyVariable}, "
                + "or make an account with `numerai account create NAME`.");
        }
    }

    private async Task<T> ReadAsync<T>(
        ResiliencePipeline<ApiAnswer> pipeline, Func<CancellationToken, Task<ApiAnswer>> attempt, CancellationToken cancellation)
    {
        var answer = await RunAsync(pipeline, attempt, cancellation).ConfigureAwait(false);
        if (!answer.Successful)
        {
            throw Refusals.Of(answer, options.Url);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body, NumeraiJson.Options) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException fault)
        {
            throw new NumeraiApiException(
                NumeraiApiException.NotUnderstood,
                $"The answer of {options.Url} is not a {typeof(T).Name}: {fault.Message}",
                answer.Status,
                fault);
        }
    }

    private async Task<ApiAnswer> AttemptAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            using var response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
                .ConfigureAwait(false);
            var answer = await ApiAnswer.ReadAsync(response, cancellation).ConfigureAwait(false);
            Note(request, response);
            return answer;
        }
    }

    private void Note(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request.RequestUri is not { } address || address.Authority != options.Url.Authority)
        {
            return;
        }

        if (response.Headers.TryGetValues(SeenPositions.Header, out var positions))
        {
            _seen.Note(positions);
        }

        if (response.Headers.Contains(StaleHeader))
        {
            StaleRead?.Invoke(address);
        }
    }

    private async Task<ApiAnswer> RunAsync(
        ResiliencePipeline<ApiAnswer> pipeline, Func<CancellationToken, Task<ApiAnswer>> attempt, CancellationToken cancellation)
    {
        try
        {
            return await pipeline
                .ExecuteAsync(async token => await attempt(token).ConfigureAwait(false), cancellation)
                .ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TimeoutRejectedException)
        {
            throw new NumeraiApiException(
                NumeraiApiException.Unreachable,
                $"No answer from {options.Url} ({fault.Message.TrimEnd('.')}); check the address and that the server runs there.",
                inner: fault);
        }
    }

    private static Uri Root(Uri url) => url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
}

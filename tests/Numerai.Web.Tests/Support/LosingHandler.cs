namespace Numerai.Web.Tests.Support;

/// <summary>
/// A network that loses the answer of chosen requests after the server has carried them out, or the request before it arrives.
/// </summary>
internal sealed class LosingHandler : DelegatingHandler
{
    private readonly Func<HttpRequestMessage, bool> _chosen;
    private readonly bool _delivers;
    private int _left;

    /// <param name="delivers">Whether the server gets the request whose answer is lost.</param>
    public LosingHandler(Func<HttpRequestMessage, bool> chosen, int times = 1, bool delivers = true)
        : base(new SocketsHttpHandler())
    {
        _chosen = chosen;
        _left = times;
        _delivers = delivers;
    }

    /// <summary>How often the chosen request was sent.</summary>
    public int Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_chosen(request))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Sent++;
        if (_left == 0)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        _left--;
        if (_delivers)
        {
            using var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"The server refused: {answer.StatusCode}.");
        }

        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was lost.");
    }
}

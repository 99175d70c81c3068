using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Demo.Governance;

/// <summary>
/// What all chapters share: the server's address, everybody's clients, the clock and the transcript. It all goes over HTTP.
/// </summary>
internal sealed class GovernanceStage(
    Uri url, NumeraiClient theOperator, GovernanceMarket market, Transcript transcript, string folder, CancellationToken cancellation)
    : IDisposable
{
    private readonly Dictionary<string, NumeraiClient> _clients = [];

    public NumeraiClient Operator => theOperator;

    public GovernanceMarket Market => market;

    public Transcript Transcript => transcript;

    /// <summary>Where files of the people in the story lie.</summary>
    public string Folder => folder;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The client of somebody who has registered.</summary>
    public NumeraiClient Of(string name) => _clients[name];

    public async Task RegisterAsync(string name, int deposit)
    {
        using var visitor = new NumeraiClient(new NumeraiClientOptions { Url = url });
        var key = (await visitor.Accounts.RegisterAsync(name, cancellation)).Key;
        _clients[name] = new NumeraiClient(
            new NumeraiClientOptions { Url = url, Credentials = new NumeraiCredentials(key.PublicId, key.Secret) });
        await theOperator.Operator.DepositAsync(name, Nmr.FromNmr(deposit), $"demo-{name}", cancellation);
    }

    public async Task AdvanceAsync(DateTimeOffset time)
    {
        await theOperator.Operator.AdvanceClockAsync(time, cancellation);
        transcript.Now = time;
    }

    /// <summary>Tells of an attempt that has to fail, in the server's words.</summary>
    /// <exception cref="InvalidOperationException">It did not fail with this code.</exception>
    public async Task RefusedAsync(string attempt, string code, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (NumeraiApiException refusal) when (refusal.Code == code)
        {
            transcript.Say($"{attempt}. Refused: {refusal.Code}: {refusal.Message}");
            return;
        }

        throw new InvalidOperationException($"{attempt}: it should have been refused with {code} and was not.");
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }
}

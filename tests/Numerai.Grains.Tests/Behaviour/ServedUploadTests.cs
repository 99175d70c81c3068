using Numerai.Client;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>The server's uploads use the rules that the silo keeps.</summary>
[Collection(nameof(RoundTrafficTests))]
public sealed class ServedUploadTests(LocalSilo silo) : IClassFixture<LocalSilo>
{
    private const int Uploads = 20;

    [Fact]
    public async Task Uploads_over_HTTP_do_not_each_ask_governance_and_see_a_pause_at_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var anyone = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url });
        var registration = await anyone.Accounts.RegisterAsync("uploader", cancellation);
        var key = new NumeraiCredentials(registration.Key.PublicId, registration.Key.Secret);
        using var participant = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url, Credentials = key });
        using var council = new NumeraiClient(new NumeraiClientOptions { Url = silo.Url, Credentials = silo.OperatorKey });
        await participant.Models.CreateAsync("uploaded", cancellation: cancellation);

        using var traffic = new RoundTraffic();
        for (var upload = 0; upload < Uploads; upload++)
        {
            await participant.Submissions.BeginUploadAsync("uploaded", "predictions.csv", cancellation: cancellation);
        }

        // Once, or again every ten seconds where the machine is that slow.
        Assert.InRange(traffic.Of(ActorKinds.Governance, nameof(IGovernance.GetAsync)), 1, Uploads / 2);
        await council.Governance.PauseUploadsAsync(8, paused: true, "a test", cancellation);
        var refused = await Assert.ThrowsAsync<NumeraiApiException>(() =>
            participant.Submissions.BeginUploadAsync("uploaded", "predictions.csv", cancellation: cancellation));
        Assert.Equal("uploads_paused", refused.Code);
    }
}

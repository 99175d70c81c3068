using System.Net.Security;
using System.Net.Sockets;
using Numerai.Grains.Serialization;
using Numerai.Silo.Joining;
using Numerai.Web.Authentication;

namespace Numerai.Grains.Tests.Joining;

/// <summary>Silos of one machine that find each other by address: with the secret alone, and over TLS.</summary>
public sealed class SecretJoiningTests : IDisposable
{
    private const string Alike = "give all silos of a cluster the same Silo:Secret";
    private const string Certificates = "give both Silo:TlsCertificate";

    private readonly TestAuthority _authority = new();
    private readonly ServerSecrets _secrets = ServerSecrets.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silos_that_share_a_secret_join_and_answer_each_other()
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets));
        await using var second = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets), first.Address);

        Assert.Equal(2, await second.AnsweringAsync());
    }

    [Fact]
    public async Task A_silo_with_another_secret_is_refused_and_both_say_what_to_do()
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets));

        await TrialSilo.RefusedAsync(silo => silo.JoinOnlyBySecret(ServerSecrets.New()), first.Address, Alike);

        await first.Log.SaysAsync(Alike);
        Assert.Equal(1, await first.AnsweringAsync());
    }

    [Theory]
    [InlineData(WireProtocol.Number, 1)]
    [InlineData(1, WireProtocol.Number)]
    public async Task A_silo_of_another_protocol_is_refused_and_both_say_who_speaks_which_and_what_to_do(byte running, byte joining)
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets, protocol: running));

        await TrialSilo.RefusedAsync(
            silo => silo.JoinOnlyBySecret(_secrets, protocol: joining),
            first.Address,
            $"speaks protocol {running} of silos and this one protocol {joining}, which do not mix: stop all silos");

        await first.Log.SaysAsync($"speaks protocol {joining} of silos and this one protocol {running}, which do not mix: stop all silos");
        Assert.Equal(1, await first.AnsweringAsync());
    }

    [Fact]
    public async Task Silos_with_certificates_of_one_authority_join_over_TLS()
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets, Tls(_authority, "one")));
        await using var second = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets, Tls(_authority, "two")), first.Address);

        Assert.Equal(2, await second.AnsweringAsync());
    }

    [Fact]
    public async Task Where_TLS_is_on_the_secret_without_a_certificate_lets_nobody_in()
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets, Tls(_authority, "one")));

        await TrialSilo.RefusedAsync(silo => silo.JoinOnlyBySecret(_secrets), first.Address, "wants TLS where this one has none");

        await first.Log.SaysAsync(Certificates);
        Assert.Equal(1, await first.AnsweringAsync());
    }

    [Fact]
    public async Task A_certificate_of_another_authority_lets_nobody_in()
    {
        using var other = new TestAuthority();
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets, Tls(_authority, "one")));

        await TrialSilo.RefusedAsync(silo => silo.JoinOnlyBySecret(_secrets, Tls(other, "rogue")), first.Address, Certificates);

        Assert.Equal(1, await first.AnsweringAsync());
    }

    [Fact]
    public async Task A_certificate_without_the_secret_lets_nobody_in()
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets, Tls(_authority, "one")));

        await TrialSilo.RefusedAsync(silo => silo.JoinOnlyBySecret(ServerSecrets.New(), Tls(_authority, "two")), first.Address, Alike);

        Assert.Equal(1, await first.AnsweringAsync());
    }

    [Fact]
    public async Task A_TLS_connection_that_shows_no_certificate_is_closed()
    {
        await using var first = await TrialSilo.StartAsync(silo => silo.JoinOnlyBySecret(_secrets, Tls(_authority, "one")));
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(first.Address, Cancellation);
#pragma warning disable CA5359 // The stranger does not mind who answers it.
        await using var stream = new SslStream(stranger.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359

        Assert.False(await AnswersAsync(stream));
        await first.Log.SaysAsync(Certificates);
    }

    public void Dispose() => _authority.Dispose();

    /// <summary>Whether the other end says a byte after the caller's hello.</summary>
    private static async Task<bool> AnswersAsync(SslStream stream)
    {
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = "silo",
                    ApplicationProtocols = [new SslApplicationProtocol("Orleans1")],
                }, Cancellation);
            byte[] said = [.. new SiloGreeting(WireProtocol.Number).Frame, .. new byte[SiloProof.NonceBytes]];
            await stream.WriteAsync(said, Cancellation);
            return await stream.ReadAsync(new byte[1], Cancellation) > 0;
        }
        catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
        {
            return false;
        }
    }

    private static SiloTls Tls(TestAuthority authority, string name)
    {
        var wrong = new List<string>();
        var tls = SiloTls.Load(authority.Settings(name), TimeProvider.System, wrong);
        Assert.Empty(wrong);
        return tls!;
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Numerai.Grains.Serialization;
using Numerai.Silo.Joining;

namespace Numerai.Grains.Tests.Joining;

/// <summary>What two ends say to each other before either trusts the other.</summary>
public sealed class SiloHandshakeTests
{
    private static readonly IPEndPoint _address = new(IPAddress.Parse("10.0.0.1"), 11111);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silos_that_share_a_secret_trust_each_other_and_what_follows_is_left_for_Orleans()
    {
        var (caller, answerer) = Line();
        var answer = Handshake(1).AnswerAsync(answerer, _address, Cancellation);
        Assert.Null(await Handshake(1).CallAsync(caller, _address, Cancellation));
        await caller.Output.WriteAsync("preamble"u8.ToArray(), Cancellation);
        Assert.Null(await answer);

        var rest = await answerer.Input.ReadAsync(Cancellation);
        Assert.Equal("preamble"u8.ToArray(), rest.Buffer.ToArray());
    }

    [Theory]
    [InlineData(2, "numerai", "10.0.0.1")]
    [InlineData(1, "another", "10.0.0.1")]
    [InlineData(1, "numerai", "10.0.0.2")]
    public async Task Another_secret_cluster_or_address_is_not_trusted_by_either_end(byte key, string cluster, string called)
    {
        var (caller, answerer) = Line();
        var answer = Handshake(1).AnswerAsync(answerer, _address, Cancellation);

        var callers = await Handshake(key, cluster).CallAsync(caller, new IPEndPoint(IPAddress.Parse(called), 11111), Cancellation);
        await caller.Output.CompleteAsync();

        Assert.Contains("Silo:Secret", callers, StringComparison.Ordinal);
        Assert.Contains("Silo:Secret", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_the_same_in_both_versions_of_the_internet_protocol()
    {
        var (caller, answerer) = Line();
        var answer = Handshake(1).AnswerAsync(answerer, _address, Cancellation);

        Assert.Null(await Handshake(1).CallAsync(caller, new IPEndPoint(_address.Address.MapToIPv6(), 11111), Cancellation));
        Assert.Null(await answer);
    }

    [Fact]
    public async Task A_proof_sent_back_to_who_made_it_proves_nothing()
    {
        var (stranger, answerer) = Line();
        var answer = Handshake(1).AnswerAsync(answerer, _address, Cancellation);
        byte[] said = [.. new SiloGreeting(WireProtocol.Number).Frame, .. new byte[SiloProof.NonceBytes]];
        await stranger.Output.WriteAsync(said, Cancellation);
        var answered = await stranger.Input.ReadAtLeastAsync(SiloGreeting.Bytes + SiloProof.NonceBytes + SiloProof.Bytes, Cancellation);
        await stranger.Output.WriteAsync(answered.Buffer.Slice(SiloGreeting.Bytes + SiloProof.NonceBytes).ToArray(), Cancellation);

        Assert.Contains("did not prove", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_holds_for_its_own_side_address_nonces_and_bits_alone()
    {
        var proof = new SiloProof(Key(1), "numerai");
        var (ours, theirs) = (Key(3), Key(4));
        var made = proof.Make(SiloSide.Caller, _address, ours, theirs);

        Assert.True(proof.Holds(made, SiloSide.Caller, _address, ours, theirs));
        Assert.False(proof.Holds(made, SiloSide.Answerer, _address, ours, theirs));
        Assert.False(proof.Holds(made, SiloSide.Caller, new IPEndPoint(_address.Address, 11112), ours, theirs));
        Assert.False(proof.Holds(made, SiloSide.Caller, _address, theirs, ours));
        for (var bit = 0; bit < made.Length * 8; bit++)
        {
            var changed = made.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(proof.Holds(changed, SiloSide.Caller, _address, ours, theirs));
        }
    }

    [Fact]
    public async Task A_stranger_is_refused_as_soon_as_it_says_something_else_than_the_protocols_name()
    {
        var (stranger, answerer) = Line();
        await stranger.Output.WriteAsync("GET / HT"u8.ToArray(), Cancellation);

        Assert.Contains(
            "never an Orleans client", await Handshake(1).AnswerAsync(answerer, _address, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_nothing_is_cut_off_when_its_time_is_over_and_the_log_says_so()
    {
        var time = new FakeTimeProvider();
        using var log = new KeptLog();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        var (_, answerer) = Line();
        var context = new DefaultConnectionContext("silent", answerer, answerer);
        var letIn = false;
        var visit = new SiloDoor(Handshake(1), time, logging.CreateLogger<SiloDoor>()).Inbound(
            _ =>
            {
                letIn = true;
                return Task.CompletedTask;
            },
            _address)(context);
        Assert.False(visit.IsCompleted);

        time.Advance(SiloDoor.Patience);
        await visit;

        Assert.False(letIn);
        Assert.Contains("within 10 seconds", log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task Silos_of_two_protocols_refuse_each_other_and_both_say_who_speaks_which_and_what_to_do(byte caller, byte answerer)
    {
        var (callers, answerers) = Line();
        var answer = Handshake(1, protocol: answerer).AnswerAsync(answerers, _address, Cancellation);

        var call = await Handshake(1, protocol: caller).CallAsync(callers, _address, Cancellation);
        await callers.Output.CompleteAsync();

        Says($"speaks protocol {answerer} of silos and this one protocol {caller}", call);
        Says($"speaks protocol {caller} of silos and this one protocol {answerer}", await answer);
        Says("stop all silos of the cluster, upgrade all, then start them", call);
        Says("stop all silos of the cluster, upgrade all, then start them", await answer);
    }

    [Fact]
    public async Task A_silo_from_before_protocols_had_numbers_speaks_the_first_and_hangs_up_on_others_without_a_word()
    {
        Assert.Equal("NMRSILO1"u8.ToArray(), new SiloGreeting(1).Frame);
        var (caller, earlier) = Line();
        var call = Handshake(1).CallAsync(caller, _address, Cancellation);
        await earlier.Input.ReadAtLeastAsync(SiloGreeting.Bytes, Cancellation);
        await earlier.Output.CompleteAsync();

        Says($"it speaks protocol 1 of silos and this one protocol {WireProtocol.Number}, which do not mix: stop all silos", await call);
    }

    [Fact]
    public void What_holds_for_one_protocol_proves_nothing_for_another()
    {
        var (ours, theirs) = (Key(3), Key(4));
        var made = new SiloProof(Key(1), "numerai", 2).Make(SiloSide.Caller, _address, ours, theirs);

        Assert.True(new SiloProof(Key(1), "numerai", 2).Holds(made, SiloSide.Caller, _address, ours, theirs));
        Assert.False(new SiloProof(Key(1), "numerai", 3).Holds(made, SiloSide.Caller, _address, ours, theirs));
    }

    private static void Says(string words, string? refusal) => Assert.Contains(words, refusal, StringComparison.Ordinal);

    private static SiloHandshake Handshake(byte key, string cluster = "numerai", byte protocol = WireProtocol.Number) =>
        new(new SiloProof(Key(key), cluster, protocol));

    private static byte[] Key(byte value) => [.. Enumerable.Repeat(value, 32)];

    /// <summary>The two ends of a connection.</summary>
    private static (IDuplexPipe One, IDuplexPipe Other) Line()
    {
        var (there, back) = (new Pipe(), new Pipe());
        return (new End(back.Reader, there.Writer), new End(there.Reader, back.Writer));
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Web.Reads;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.Reads;

/// <summary>How reads wait: by a clock of their own, in bounded numbers, asking the actor to publish.</summary>
public sealed class ReadWaitTests(TestServer server) : IClassFixture<TestServer>, IAsyncLifetime
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _time = new();
    private readonly CountedOutboxes _outboxes = new();
    private HeldTables _held = null!;
    private ReadPositions _reads = null!;
    private EventPosition _behind;

    public async ValueTask InitializeAsync()
    {
        var participant = await server.RegisterAsync("writer");
        _held = await HeldTables.HoldAsync(server);
        var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
        _behind = new EventPosition($"model/{model.Id}", 1);
        _reads = new ReadPositions(server.Server.Stores.Events, _outboxes, _time, NullLogger<ReadPositions>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _reads.Dispose();
        await _held.DisposeAsync();
    }

    [Fact]
    public async Task A_read_waits_two_seconds_and_no_longer()
    {
        var read = ReachAsync(known: true);
        var passed = TimeSpan.Zero;
        for (; passed < TimeSpan.FromSeconds(1.9); passed += _step)
        {
            _time.Advance(_step);
            await Task.Yield();
        }

        Assert.False(read.IsCompleted);
        await AdvanceUntilDoneAsync(read);
        Assert.False(await read);
        Assert.InRange(_outboxes.Asked.Count, 1, 8);
        Assert.All(_outboxes.Asked, source => Assert.Equal(_behind.Source, source));
    }

    [Fact]
    public async Task A_read_ends_as_soon_as_the_tables_have_it()
    {
        var read = ReachAsync(known: false);
        await _reads.WaitingAsync(1);
        await _held.ReleaseAsync();
        await server.Server.Services.GetRequiredService<IOutboxes>().PublishPendingAsync(_behind.Source);
        await AdvanceUntilDoneAsync(read);

        Assert.True(await read);
        var looks = _reads.Looks;
        Assert.True(await ReachAsync(known: false));
        Assert.Equal(looks, _reads.Looks);
    }

    [Fact]
    public async Task Only_so_many_without_a_key_wait_and_take_no_place_of_those_with_one()
    {
        var waiting = Enumerable.Range(0, ReadPositions.MostOthers).Select(_ => ReachAsync(known: false)).ToList();
        await _reads.WaitingAsync(ReadPositions.MostOthers);

        Assert.False(await ReachAsync(known: false));

        waiting.Add(ReachAsync(known: true));
        await _reads.WaitingAsync(ReadPositions.MostOthers + 1);
        await AdvanceUntilDoneAsync(Task.WhenAll(waiting));
        Assert.All(waiting, read => Assert.False(read.Result));
        Assert.Equal(0, _reads.Waiting);
    }

    [Fact]
    public async Task A_caller_who_goes_gives_the_place_back()
    {
        using var gone = new CancellationTokenSource();
        var read = _reads.ReachAsync([_behind], known: false, gone.Token).AsTask();
        await _reads.WaitingAsync(1);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AdvanceUntilDoneAsync(read));
        Assert.Equal(0, _reads.Waiting);
    }

    [Fact]
    public async Task An_actor_that_cannot_be_asked_costs_the_read_its_patience_alone()
    {
        _outboxes.Fault = new TimeoutException("The silo is gone.");
        var read = ReachAsync(known: true);
        await AdvanceUntilDoneAsync(read);
        Assert.False(await read);
    }

    private Task<bool> ReachAsync(bool known) =>
        _reads.ReachAsync([_behind], known, TestContext.Current.CancellationToken).AsTask();

    private async Task AdvanceUntilDoneAsync(Task read)
    {
        while (!read.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _time.Advance(_step);
            await Task.Yield();
        }

        await read;
    }

    private sealed class CountedOutboxes : IOutboxes
    {
        private readonly Lock _lock = new();

        public List<string> Asked { get; } = [];

        public Exception? Fault { get; set; }

        public Task PublishPendingAsync(string source)
        {
            lock (_lock)
            {
                Asked.Add(source);
            }

            return Fault is { } fault ? Task.FromException(fault) : Task.CompletedTask;
        }
    }
}

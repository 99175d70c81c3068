using Numerai.Storage;
using Numerai.Storage.Actors;
using Numerai.Storage.Memory;
using Numerai.Tournament.Actors;

namespace Numerai.Local.Tests.Runtime;

public sealed class PersistenceTests : IAsyncDisposable
{
    private readonly TournamentStores _stores = MemoryStores.Make(throughJson: true);
    private FailingRows? _rows;

    [Fact]
    public async Task A_write_that_failed_before_it_was_done_did_not_happen_and_the_next_call_reads_the_row_again()
    {
        await using var world = World();
        await world.Counter("a").AddAsync(1);
        _rows!.FailBefore = true;
        await Assert.ThrowsAsync<IOException>(() => world.Counter("a").AddAsync(10));
        _rows.FailBefore = false;

        Assert.Equal(1, await world.Counter("a").GetAsync());
        Assert.Equal(3, await world.Counter("a").AddAsync(2));
        Assert.Equal(["a", "a"], world.Activations);
    }

    [Fact]
    public async Task A_write_that_failed_after_it_was_done_did_happen_and_its_events_go_out()
    {
        await using var world = World();
        await world.Counter("a").AddAsync(1);
        _rows!.FailAfter = true;
        await Assert.ThrowsAsync<IOException>(() => world.Counter("a").AddAsync(10));
        _rows.FailAfter = false;
        Assert.Equal(1, await _stores.Events.LastPositionAsync());

        Assert.Equal(11, await world.Counter("a").GetAsync());
        Assert.Equal(2, await _stores.Events.LastPositionAsync());
    }

    [Fact]
    public async Task A_row_that_somebody_else_wrote_is_a_conflict_and_is_then_read_again()
    {
        await using var world = World();
        await world.Counter("a").AddAsync(1);
        await _stores.Rows.WriteAsync("counter", "a", 1, new Persisted<CounterState>(1, new CounterState(100, string.Empty), 2, []));

        await Assert.ThrowsAsync<VersionConflictException>(() => world.Counter("a").AddAsync(1));
        Assert.Equal(101, await world.Counter("a").AddAsync(1));
    }

    [Fact]
    public async Task A_host_that_starts_finds_what_the_last_one_left_unpublished()
    {
        await using (var world = World())
        {
            await world.Counter("quiet").AddAsync(1);
            await world.Counter("cut short").AddAsync(1);
            _rows!.FailAfter = true;
            await Assert.ThrowsAsync<IOException>(() => world.Counter("cut short").AddAsync(1));
        }

        await using var restarted = World();
        await restarted.Outboxes.FindAsync(_stores.Rows, _stores.Events);
        Assert.True(restarted.Outboxes.Any);
        await PublishAgainAsync(restarted);

        Assert.False(restarted.Outboxes.Any);
        Assert.Equal(["cut short"], restarted.Activations);
        Assert.Equal(3, await _stores.Events.LastPositionAsync());
        await PublishAgainAsync(restarted);
        Assert.Equal(3, await _stores.Events.LastPositionAsync());
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    private static Task PublishAgainAsync(CounterWorld world) =>
        world.Outboxes.PublishAgainAsync(world.Runtime, new Dictionary<string, Actors.ActorKind> { ["counter"] = world.Kind });

    private CounterWorld World() => new(_stores, rows: inner => _rows = new FailingRows(inner));
}

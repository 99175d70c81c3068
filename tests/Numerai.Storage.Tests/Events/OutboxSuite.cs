using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;

namespace Numerai.Storage.Tests.Events;

/// <summary>Who has something to say that nobody has heard, wherever actors' rows are kept.</summary>
public abstract class OutboxSuite
{
    private static readonly ImmutableList<OutboxEntry> _said =
    [
        .. Enumerable.Range(1, 3).Select(sequence => new OutboxEntry(
            sequence, DateTimeOffset.UnixEpoch, new AccountRegistered(NamedUuid.Account($"ada{sequence}"), $"ada{sequence}"))),
    ];

    protected abstract TournamentStores Stores { get; }

    [Fact]
    public async Task An_actor_is_behind_from_the_write_that_says_something_until_all_of_it_is_applied()
    {
        Assert.Empty(await Stores.FindBehindAsync());
        await Stores.Rows.WriteAsync("box", "silent", 0, Row(said: 0));
        Assert.Empty(await Stores.FindBehindAsync());

        await Stores.Rows.WriteAsync("box", "a", 0, Row(said: 2));
        await Stores.Rows.WriteAsync("box", "silent", 1, Row(said: 1));
        Assert.Equal(["box/a", "box/silent"], await Stores.FindBehindAsync());

        await Stores.Publisher.PublishAsync("box/silent", [_said[0]]);
        await Stores.Publisher.PublishAsync("box/a", [_said[1] with { Sequence = 1 }]);
        Assert.Equal(["box/a"], await Stores.FindBehindAsync());

        await Stores.Publisher.PublishAsync("box/a", [_said[2] with { Sequence = 2 }]);
        Assert.Empty(await Stores.FindBehindAsync());

        await Stores.Rows.WriteAsync("box", "a", 1, Row(said: 2));
        Assert.Empty(await Stores.FindBehindAsync());
        await Stores.Rows.WriteAsync("box", "a", 2, Row(said: 3));
        Assert.Equal(["box/a"], await Stores.FindBehindAsync());
    }

    [Fact]
    public async Task What_is_applied_tells_of_nobody_who_has_not_been_heard()
    {
        await Stores.Rows.WriteAsync("box", "a", 0, Row(said: 1));
        Assert.Empty(await Stores.Events.AppliedAsync());
        await Stores.Publisher.PublishAsync("box/a", [_said[0]]);
        Assert.Equal(1, Assert.Single(await Stores.Events.AppliedAsync()).Value);
    }

    [Fact]
    public async Task A_write_that_loses_says_nothing()
    {
        await Stores.Rows.WriteAsync("box", "a", 0, Row(said: 0));
        await Assert.ThrowsAsync<Storage.Actors.VersionConflictException>(() => Stores.Rows.WriteAsync("box", "a", 0, Row(said: 1)));
        Assert.Empty(await Stores.FindBehindAsync());
    }

    [Fact]
    public async Task An_index_finds_them() => Assert.Contains("event_sources_behind", await PlanAsync(SqlOutboxes.SelectBehind));

    /// <summary>How the database goes about a query.</summary>
    protected abstract Task<string> PlanAsync(string query);

    private static Persisted<Box> Row(int said) => new(1, new Box(said), said + 1, []);

    protected sealed record Box(int Content);
}

using Numerai.Contracts;
using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;

namespace Numerai.Storage.Tests.Actors;

/// <summary>What actor rows do, wherever they are kept.</summary>
public abstract class ActorRowsSuite
{
    protected abstract IActorRows Rows { get; }

    [Fact]
    public async Task A_row_that_was_never_written_is_null() => Assert.Null(await Rows.ReadAsync<Box>("box", "a"));

    [Fact]
    public async Task A_row_comes_back_as_it_was_written_with_its_version()
    {
        var time = DateTimeOffset.UnixEpoch.AddTicks(1234567);
        var entry = new OutboxEntry(1, time, new AccountRegistered(NamedUuid.Account("ada"), "ada"));

        Assert.Equal(1, await Rows.WriteAsync("box", "a", 0, Row(7) with { NextSequence = 2, Outbox = [entry] }));
        Assert.Equal(2, await Rows.WriteAsync("box", "a", 1, Row(8) with { NextSequence = 2, Outbox = [entry] }));
        var read = await Rows.ReadAsync<Box>("box", "a");

        Assert.NotNull(read);
        Assert.Equal(2, read.Version);
        Assert.Equal(new Box(8), read.Value.State);
        Assert.Equal(entry, Assert.Single(read.Value.Outbox));
    }

    [Fact]
    public async Task Rows_of_other_kinds_and_keys_are_other_rows()
    {
        await Rows.WriteAsync("box", "a", 0, Row(1));
        await Rows.WriteAsync("box", "b", 0, Row(2));
        await Rows.WriteAsync("crate", "a", 0, Row(3));

        Assert.Equal(new Box(1), (await Rows.ReadAsync<Box>("box", "a"))!.Value.State);
        Assert.Equal(new Box(2), (await Rows.ReadAsync<Box>("box", "b"))!.Value.State);
        Assert.Equal(new Box(3), (await Rows.ReadAsync<Box>("crate", "a"))!.Value.State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_write_against_another_version_is_a_conflict_and_changes_nothing(long expected)
    {
        await Rows.WriteAsync("box", "a", 0, Row(1));
        await Rows.WriteAsync("box", "a", 1, Row(2));

        await Assert.ThrowsAsync<VersionConflictException>(() => Rows.WriteAsync("box", "a", expected, Row(9)));
        Assert.Equal(new Box(2), (await Rows.ReadAsync<Box>("box", "a"))!.Value.State);
    }

    [Fact]
    public async Task Of_many_writers_of_one_version_exactly_one_wins()
    {
        var writers = Enumerable.Range(0, 32).Select(number => Task.Run(async () =>
        {
            try
            {
                await Rows.WriteAsync("box", "a", 0, Row(number));
                return true;
            }
            catch (VersionConflictException)
            {
                return false;
            }
        }));

        Assert.Single(await Task.WhenAll(writers), won => won);
    }

    [Fact]
    public async Task Heads_name_every_row_with_its_next_sequence()
    {
        await Rows.WriteAsync("box", "b", 0, Row(1) with { NextSequence = 4 });
        await Rows.WriteAsync("box", "a", 0, Row(1));
        await Rows.WriteAsync("box", "b", 1, Row(1) with { NextSequence = 9 });

        Assert.Equal([new ActorRowHead("box", "a", 1, 1), new ActorRowHead("box", "b", 2, 9)], await Rows.HeadsAsync());
    }

    protected static Persisted<Box> Row(int content) => new(1, new Box(content), 1, []);

    protected sealed record Box(int Content);
}

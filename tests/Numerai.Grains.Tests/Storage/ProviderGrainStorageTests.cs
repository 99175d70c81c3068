using Numerai.Contracts;
using Numerai.Grains.Calls;
using Numerai.Storage.Actors;
using Numerai.Tournament.Actors;
using Orleans.Storage;

namespace Numerai.Grains.Tests.Storage;

/// <summary>Grain state on PostgreSQL, through Orleans' provider and our statements: what it does to a row, and what it says.</summary>
public sealed class ProviderGrainStorageTests(PostgresServer server) : IAsyncLifetime
{
    private const string Kind = ActorKinds.Round;
    private const string Key = "8/123";
    private ProviderRows _rows = null!;

    [Fact]
    public async Task A_state_that_was_never_written_does_not_exist_and_has_no_version()
    {
        var state = await _rows.ReadAsync(Kind, Key);

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
    }

    [Fact]
    public async Task A_row_is_byte_for_byte_what_the_stores_write_its_outbox_and_next_sequence_included()
    {
        var entry = new OutboxEntry(41, DateTimeOffset.UnixEpoch.AddTicks(7), new AccountRegistered(NamedUuid.Account("ada"), "ada"));
        var value = ProviderRows.Holding("\u00e9\U0001F600\0\"\\", nextSequence: 42) with { Outbox = [entry] };
        var state = new GrainState<Persisted<ProviderRows.Box>>(value);
        await _rows.WriteAsync(Kind, Key, state);
        await _rows.WriteAsync(Kind, Key, state);
        await _rows.Rows.WriteAsync(Kind, "by the stores", 0, value);

        var rows = await _rows.QueryAsync<(long Version, long Sequence, string Json)>(
            $"SELECT version, next_sequence, json FROM actor_rows WHERE kind = '{Kind}' ORDER BY version DESC");

        Assert.Equal([(2, 42, rows[0].Json), (1, 42, rows[0].Json)], rows);
        Assert.Equal("2", state.ETag);
        Assert.Equal(entry, Assert.Single((await _rows.ReadAsync(Kind, Key)).State!.Outbox));
        Assert.Equal(value.State, (await _rows.ReadAsync(Kind, "by the stores")).State!.State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("3")]
    public async Task A_write_against_another_version_is_told_so_and_changes_nothing(string? version)
    {
        await _rows.Rows.WriteAsync(Kind, Key, 0, ProviderRows.Holding("first"));
        await _rows.Rows.WriteAsync(Kind, Key, 1, ProviderRows.Holding("second"));
        var late = new GrainState<Persisted<ProviderRows.Box>>(ProviderRows.Holding("late"), version!);

        var fault = await Assert.ThrowsAsync<InconsistentStateException>(() => _rows.WriteAsync(Kind, Key, late));

        Assert.Equal(new VersionConflictException(Kind, Key, version is null ? 0 : long.Parse(version)).Message, fault.Message);
        Assert.True(TransientFaults.MayPass(fault));
        Assert.Equal(version, late.ETag);
        var row = await _rows.Rows.ReadAsync<ProviderRows.Box>(Kind, Key);
        Assert.Equal((2, "second"), (row!.Version, row.Value.State.Content));
    }

    [Fact]
    public async Task A_write_of_a_version_whose_row_is_gone_makes_no_new_one()
    {
        var state = new GrainState<Persisted<ProviderRows.Box>>(ProviderRows.Holding("late"), "1");

        await Assert.ThrowsAsync<InconsistentStateException>(() => _rows.WriteAsync(Kind, Key, state));

        Assert.Null(await _rows.Rows.ReadAsync<ProviderRows.Box>(Kind, Key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_writers_of_one_version_exactly_one_wins(bool written)
    {
        if (written)
        {
            await _rows.Rows.WriteAsync(Kind, Key, 0, ProviderRows.Holding("first"));
        }

        var won = await Task.WhenAll(Enumerable.Range(0, 32).Select(number => Task.Run(async () =>
        {
            var state = new GrainState<Persisted<ProviderRows.Box>>(ProviderRows.Holding($"{number}"), written ? "1" : null!);
            return await Record.ExceptionAsync(() => _rows.WriteAsync(Kind, Key, state)) switch
            {
                null => true,
                InconsistentStateException => false,
                var fault => throw fault,
            };
        })));

        Assert.Single(won, true);
        Assert.Equal(written ? 2 : 1, (await _rows.Rows.ReadAsync<ProviderRows.Box>(Kind, Key))!.Version);
    }

    [Theory]
    [InlineData(int.MaxValue - 1L)]
    [InlineData(int.MaxValue)]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue + 1L)]
    [InlineData(long.MaxValue - 2)]
    public async Task A_row_can_be_written_more_often_than_the_provider_can_count(long version)
    {
        await _rows.Rows.WriteAsync(Kind, Key, 0, ProviderRows.Holding("first"));
        await _rows.ExecuteAsync($"UPDATE actor_rows SET version = {version} WHERE kind = '{Kind}'");
        var state = await _rows.ReadAsync(Kind, Key);
        var other = await _rows.ReadAsync(Kind, Key);

        await _rows.WriteAsync(Kind, Key, state);
        await _rows.WriteAsync(Kind, Key, state);

        await Assert.ThrowsAsync<InconsistentStateException>(() => _rows.WriteAsync(Kind, Key, other));
        Assert.Equal(version + 2, (await _rows.Rows.ReadAsync<ProviderRows.Box>(Kind, Key))!.Version);
    }

    /// <summary>The first attempt of a write is broken off; sequences count on although it is undone.</summary>
    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    [InlineData("55P03")]
    public async Task A_write_of_which_nothing_happened_is_made_again_and_happens_once(string code)
    {
        await BreakingOffAsync(code, attempts: 1);
        var state = new GrainState<Persisted<ProviderRows.Box>>(ProviderRows.Holding("first"));

        await _rows.WriteAsync(Kind, Key, state);

        Assert.Equal("1", state.ETag);
        Assert.Equal([2L], await _rows.QueryAsync<long>("SELECT last_value FROM attempts"));
    }

    [Theory]
    [InlineData("53300", 1)]
    [InlineData("57014", 1)]
    [InlineData("57P01", 1)]
    [InlineData("40001", 5)]
    public async Task A_database_that_has_no_room_or_time_is_a_fault_that_passes(string code, int attempts)
    {
        await BreakingOffAsync(code, attempts: 100);
        var state = new GrainState<Persisted<ProviderRows.Box>>(ProviderRows.Holding("first"));

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => _rows.WriteAsync(Kind, Key, state));

        Assert.True(TransientFaults.MayPass(fault));
        Assert.Null(state.ETag);
        Assert.Equal([attempts], await _rows.QueryAsync<long>("SELECT last_value FROM attempts"));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_now_is_said_so_in_what_every_silo_can_read()
    {
        await _rows.ExecuteAsync("ALTER TABLE actor_rows RENAME TO elsewhere");
        await _rows.ExecuteAsync("""
            CREATE FUNCTION refused() RETURNS BIGINT LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53300'; END $$;
            CREATE VIEW actor_rows AS SELECT kind, key, refused() AS version, next_sequence, json FROM elsewhere
            """);
        await _rows.ExecuteAsync($"INSERT INTO elsewhere VALUES ('{Kind}', '{Key}', 1, 1, 'null')");

        var fault = await Assert.ThrowsAsync<GrainUnavailableException>(() => _rows.ReadAsync(Kind, Key));

        Assert.Contains("no room", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_never_cleared_not_by_the_provider_either()
    {
        await _rows.Rows.WriteAsync(Kind, Key, 0, ProviderRows.Holding("first"));
        var state = await _rows.ReadAsync(Kind, Key);

        await Assert.ThrowsAsync<NotSupportedException>(() => _rows.Storage.ClearStateAsync(Kind, GrainId.Create(Kind, Key), state));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => _rows.Provider.ClearStateAsync(Kind, GrainId.Create(Kind, "=" + Key), state));

        Assert.Equal("first", (await _rows.ReadAsync(Kind, Key)).State!.State.Content);
    }

    public async ValueTask InitializeAsync() => _rows = await ProviderRows.OpenAsync(server);

    public ValueTask DisposeAsync() => _rows?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task BreakingOffAsync(string code, int attempts) => _rows.ExecuteAsync($"""
        CREATE SEQUENCE attempts;
        CREATE FUNCTION break_off() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
            IF nextval('attempts') <= {attempts} THEN RAISE EXCEPTION 'broken off' USING ERRCODE = '{code}'; END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER break_off BEFORE INSERT OR UPDATE ON actor_rows FOR EACH ROW EXECUTE FUNCTION break_off()
        """);
}

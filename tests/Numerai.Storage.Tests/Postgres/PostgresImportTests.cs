using Dapper;
using Numerai.Contracts;
using Numerai.Storage.Actors;
using Numerai.Storage.Files;
using Numerai.Storage.Postgres;
using Numerai.Storage.Submissions;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Tests.Postgres;

public sealed class PostgresImportTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly PostgresFixture _postgres = new(server);
    private readonly SqliteFixture _sqlite = new();

    [Fact]
    public async Task A_data_folder_is_moved_whole_and_goes_on_from_there()
    {
        var rows = new SqlActorRows(_sqlite.Database);
        await rows.WriteAsync("box", "a", 0, new Persisted<Box>(1, new Box(1), 1, []));
        await rows.WriteAsync("box", "a", 1, new Persisted<Box>(1, new Box(2), 3, []));
        var record = Submission("first");
        await new SqlSubmissionStore(_sqlite.Database).AcceptAsync(record, new ushort[] { 1, 2, 65535 });
        var reference = await new FileObjectStore(Path.Combine(_sqlite.Folder, "objects"))
            .PutAsync("rounds/8/1/manifest.json", new byte[] { 7 });
        var dataset = await new FileDatasetStore(_sqlite.Database, Path.Combine(_sqlite.Folder, "datasets"))
            .PublishAsync("v5.2/live_1.parquet", new MemoryStream([1, 2, 3]), _noon, CancellationToken.None);

        var moved = await new PostgresImport(_postgres.Database).RunAsync(_sqlite.Folder);

        // One of them is the count of the events that the actor has to say.
        Assert.Equal(7, moved);
        Assert.Equal(["box/a"], await _postgres.Stores.FindBehindAsync());
        var stores = _postgres.Stores;
        Assert.Equal((2, new Box(2)), (await stores.Rows.ReadAsync<Box>("box", "a")) is { } row ? (row.Version, row.Value.State) : default);
        Assert.Equal(record, Assert.Single(await stores.Submissions.SelectedAsync(record.Round!.Value)));
        var codes = new ushort[3];
        await stores.Submissions.ReadCodesAsync([record.Id], 3, codes);
        Assert.Equal([1, 2, 65535], codes);
        Assert.Equal([7], await stores.Objects.GetAsync(reference));
        Assert.Equal([dataset], await stores.Datasets.ListAsync());
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync((await stores.Datasets.LocalPathAsync(dataset.Name))!));
        await stores.Submissions.AcceptAsync(Submission("second") with { Received = _noon.AddMinutes(1) }, new ushort[] { 3, 2, 1 });
        Assert.Equal(2, (await stores.Submissions.OfModelAsync(record.Model, 10)).Count);
    }

    [Fact]
    public async Task A_database_that_holds_a_tournament_is_left_alone()
    {
        await _postgres.Stores.Rows.WriteAsync("box", "b", 0, new Persisted<Box>(1, new Box(1), 1, []));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new PostgresImport(_postgres.Database).RunAsync(_sqlite.Folder));
        Assert.Null(await _postgres.Stores.Rows.ReadAsync<Box>("box", "a"));
    }

    [Fact]
    public async Task A_data_folder_of_a_newer_program_is_refused_and_nothing_is_moved()
    {
        await new SqlActorRows(_sqlite.Database).WriteAsync("box", "a", 0, new Persisted<Box>(1, new Box(1), 1, []));
        await _sqlite.Database.WriteAsync(connection => connection.ExecuteAsync("PRAGMA user_version = 999"));

        var fault = await Assert.ThrowsAsync<DatabaseRefusedException>(
            () => new PostgresImport(_postgres.Database).RunAsync(_sqlite.Folder));

        Assert.Equal(DatabaseRefusedException.Unfit, fault.Code);
        Assert.Contains("999", fault.Message, StringComparison.Ordinal);
        Assert.Null(await _postgres.Stores.Rows.ReadAsync<Box>("box", "a"));
    }

    public ValueTask InitializeAsync() => _postgres.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private static SubmissionRecord Submission(string upload)
    {
        var model = NamedUuid.Model(TournamentId.Classic, "ada");
        return new SubmissionRecord(
            NamedUuid.Submission(model, upload), TournamentId.Classic, new RoundId(TournamentId.Classic, 1), model,
            NamedUuid.Account("ada"),
            $"{upload}.csv", "hash", "universe", SubmissionStatus.OnTime, false, 3, 0, _noon);
    }

    internal sealed record Box(int Value);
}

using System.Security.Cryptography;
using Numerai.Contracts;
using Numerai.Storage.Postgres;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Tests.Postgres;

/// <summary>Files that one silo takes in and another hands out.</summary>
public sealed class PostgresFilesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Name = "a-predictions.csv";
    private static readonly DateTimeOffset _noon = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly UploadTicket _ticket = new(
        Name, "predictions.csv", "submission", NamedUuid.Account("ada"), NamedUuid.Model(TournamentId.Classic, "ada"),
        3_000_000, _noon.AddMinutes(10), null, null, false);

    private readonly PostgresFixture _postgres = new(server);
    private readonly TemporaryFolder _elsewhere = new();
    private TournamentStores _other = null!;

    [Fact]
    public async Task An_upload_is_received_once_and_read_by_another_silo()
    {
        var content = RandomNumberGenerator.GetBytes(2_500_000);
        await _postgres.Stores.Uploads.BeginAsync(_ticket);

        var received = await ReceiveAsync(_postgres.Stores, content);

        Assert.Equal(content.Length, received.Length);
        Assert.Equal(received, await _other.Uploads.FindAsync(Name));
        Assert.Equal(content, await File.ReadAllBytesAsync((await _other.Uploads.LocalPathAsync(Name))!));
        var refused = await Assert.ThrowsAsync<UploadRefusedException>(() => ReceiveAsync(_other, content));
        Assert.Equal(RefusalCodes.UploadUsed, refused.Refusal.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _other.Uploads.BeginAsync(_ticket));
    }

    [Fact]
    public async Task Of_two_silos_that_receive_one_upload_one_is_refused_and_the_bytes_are_the_other_ones()
    {
        await _postgres.Stores.Uploads.BeginAsync(_ticket);
        byte[][] contents = [RandomNumberGenerator.GetBytes(2_000_000), RandomNumberGenerator.GetBytes(2_000_000)];

        var outcomes = await Task.WhenAll(
            Record.ExceptionAsync(() => ReceiveAsync(_postgres.Stores, contents[0])).AsTask(),
            Record.ExceptionAsync(() => ReceiveAsync(_other, contents[1])).AsTask());

        var refused = Assert.Single(outcomes, outcome => outcome is not null);
        Assert.IsType<UploadRefusedException>(refused);
        var kept = contents[Array.IndexOf(outcomes, null)];
        Assert.Equal(kept, await File.ReadAllBytesAsync((await _other.Uploads.LocalPathAsync(Name))!));
    }

    [Fact]
    public async Task The_sweep_removes_expired_uploads_that_were_not_used()
    {
        await _postgres.Stores.Uploads.BeginAsync(_ticket);
        await _postgres.Stores.Uploads.BeginAsync(_ticket with { Filename = "used.csv" });
        await ReceiveAsync(_postgres.Stores, [1, 2, 3]);
        await _postgres.Stores.Uploads.UseAsync("used.csv");

        Assert.Equal(0, await _other.Uploads.SweepAsync(_noon));
        Assert.Equal(1, await _other.Uploads.SweepAsync(_noon.AddHours(1)));

        Assert.Null(await _postgres.Stores.Uploads.FindAsync(Name));
        Assert.NotNull(await _postgres.Stores.Uploads.FindAsync("used.csv"));
        await Assert.ThrowsAsync<UploadRefusedException>(() => _other.Uploads.UseAsync(Name));
    }

    [Fact]
    public async Task A_dataset_is_published_on_one_silo_and_read_on_another()
    {
        var content = RandomNumberGenerator.GetBytes(2_100_000);

        var file = await PublishAsync(_postgres.Stores, content);

        Assert.Equal(file, await PublishAsync(_other, content));
        Assert.Equal([file], await _other.Datasets.ListAsync());
        Assert.Equal(content, await File.ReadAllBytesAsync((await _other.Datasets.LocalPathAsync(file.Name))!));
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublishAsync(_other, [1]));
        Assert.Null(await _other.Datasets.LocalPathAsync("v5.2/none.parquet"));
    }

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _other = PostgresStores.Over(_postgres.Database, _elsewhere.Path);
    }

    public ValueTask DisposeAsync()
    {
        _elsewhere.Dispose();
        return _postgres.DisposeAsync();
    }

    private static Task<UploadTicket> ReceiveAsync(TournamentStores stores, byte[] content) =>
        stores.Uploads.ReceiveAsync(Name, new MemoryStream(content), _noon, CancellationToken.None);

    private static Task<DatasetFile> PublishAsync(TournamentStores stores, byte[] content) =>
        stores.Datasets.PublishAsync("v5.2/live_1.parquet", new MemoryStream(content), _noon, CancellationToken.None);
}

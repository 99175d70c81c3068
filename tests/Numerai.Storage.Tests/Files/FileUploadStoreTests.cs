using System.Security.Cryptography;
using Numerai.Contracts;
using Numerai.Storage.Files;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Tests.Files;

public sealed class FileUploadStoreTests : IAsyncDisposable
{
    private const string Name = "a-predictions.csv";
    private static readonly DateTimeOffset _noon = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly UploadTicket _ticket = new(
        Name, "predictions.csv", "submission", NamedUuid.Account("ada"), NamedUuid.Model(TournamentId.Classic, "ada"),
        1000, _noon.AddMinutes(10), null, null, false);

    private readonly SqliteFixture _sqlite = new();
    private readonly FileUploadStore _store;

    public FileUploadStoreTests() => _store = new FileUploadStore(_sqlite.Database, Uploads);

    private string Uploads => Path.Combine(_sqlite.Folder, "uploads");

    [Fact]
    public async Task A_begun_upload_receives_its_bytes_once()
    {
        await _store.BeginAsync(_ticket);
        Assert.Equal(_ticket, await _store.FindAsync(Name));
        Assert.Null(await _store.LocalPathAsync(Name));
        var content = RandomNumberGenerator.GetBytes(1000);

        var received = await ReceiveAsync(new MemoryStream(content));

        Assert.Equal(_ticket with { Length = 1000, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) }, received);
        Assert.Equal(received, await _store.FindAsync(Name));
        Assert.Equal(content, await File.ReadAllBytesAsync((await _store.LocalPathAsync(Name))!));
        await AssertRefusedAsync(RefusalCodes.UploadUsed, new MemoryStream([1]));
        Assert.Equal(content, await File.ReadAllBytesAsync((await _store.LocalPathAsync(Name))!));
    }

    [Fact]
    public async Task One_byte_too_many_is_refused_and_keeps_nothing()
    {
        await _store.BeginAsync(_ticket);

        await AssertRefusedAsync(RefusalCodes.UploadTooLarge, new MemoryStream(new byte[1001]));
        AssertNothingKept();
    }

    [Fact]
    public async Task A_body_that_ends_early_is_refused_keeps_nothing_and_can_be_sent_again()
    {
        await _store.BeginAsync(_ticket);

        await AssertRefusedAsync(RefusalCodes.UploadMissing, new BrokenStream(500));
        AssertNothingKept();
        Assert.Equal(2, (await ReceiveAsync(new MemoryStream([1, 2]))).Length);
    }

    [Fact]
    public async Task An_empty_body_is_refused()
    {
        await _store.BeginAsync(_ticket);

        await AssertRefusedAsync(RefusalCodes.UploadMissing, new MemoryStream());
    }

    [Fact]
    public async Task An_unknown_upload_is_refused() => await AssertRefusedAsync(RefusalCodes.UploadNotFound, new MemoryStream([1]));

    [Fact]
    public async Task An_upload_expires_at_its_time_not_before()
    {
        await _store.BeginAsync(_ticket);

        await AssertRefusedAsync(RefusalCodes.UploadExpired, new MemoryStream([1]), _ticket.Expires);
        Assert.Equal(1, (await ReceiveAsync(new MemoryStream([1]), _ticket.Expires.AddTicks(-1))).Length);
    }

    [Fact]
    public async Task A_second_request_while_the_first_still_sends_is_refused()
    {
        await _store.BeginAsync(_ticket);
        var body = new WaitingStream();
        var first = ReceiveAsync(body);

        await AssertRefusedAsync(RefusalCodes.UploadUsed, new MemoryStream([1]));
        body.Finish([1, 2, 3]);
        Assert.Equal(3, (await first).Length);
    }

    [Fact]
    public async Task The_sweep_removes_what_expired_unused_and_keeps_what_was_used()
    {
        await _store.BeginAsync(_ticket);
        await ReceiveAsync(new MemoryStream([1]));
        await _store.UseAsync(Name);
        await _store.UseAsync(Name);
        var unused = _ticket with { Filename = "b.csv" };
        await _store.BeginAsync(unused);
        await _store.ReceiveAsync("b.csv", new MemoryStream([2]), _noon, CancellationToken.None);
        var unusedPath = (await _store.LocalPathAsync("b.csv"))!;

        Assert.Equal(0, await _store.SweepAsync(_ticket.Expires.AddTicks(-1)));
        Assert.Equal(1, await _store.SweepAsync(_ticket.Expires));

        Assert.True((await _store.FindAsync(Name))!.Used);
        Assert.True(File.Exists(await _store.LocalPathAsync(Name)));
        Assert.Null(await _store.FindAsync("b.csv"));
        Assert.False(File.Exists(unusedPath));
    }

    [Fact]
    public async Task A_name_is_begun_once_and_an_unknown_one_cannot_be_used()
    {
        await _store.BeginAsync(_ticket);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.BeginAsync(_ticket));
        await Assert.ThrowsAsync<UploadRefusedException>(() => _store.UseAsync("unknown"));
    }

    public ValueTask DisposeAsync() => _sqlite.DisposeAsync();

    private Task<UploadTicket> ReceiveAsync(Stream body, DateTimeOffset? now = null) =>
        _store.ReceiveAsync(Name, body, now ?? _noon, CancellationToken.None);

    private async Task AssertRefusedAsync(string code, Stream body, DateTimeOffset? now = null)
    {
        var refused = await Assert.ThrowsAsync<UploadRefusedException>(() => ReceiveAsync(body, now));
        Assert.Equal(code, refused.Refusal.Code);
    }

    private void AssertNothingKept() => Assert.Empty(Directory.EnumerateFiles(Uploads, "*", SearchOption.AllDirectories));
}

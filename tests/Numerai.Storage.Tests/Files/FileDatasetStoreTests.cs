using System.Security.Cryptography;
using Numerai.Storage.Files;

namespace Numerai.Storage.Tests.Files;

public sealed class FileDatasetStoreTests : IAsyncDisposable
{
    private const string Name = "v5.2/train.parquet";
    private static readonly DateTimeOffset _time = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly SqliteFixture _sqlite = new();

    private FileDatasetStore Store => new(_sqlite.Database, Path.Combine(_sqlite.Folder, "datasets"));

    [Fact]
    public async Task A_published_file_is_listed_found_and_read()
    {
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        var published = await PublishAsync(Store, Name, content);
        await PublishAsync(Store, "v5.2/features.json", [1]);

        Assert.Equal(content.Length, published.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), published.Sha256);
        Assert.Equal(published, await Store.FindAsync(Name));
        Assert.Equal(["v5.2/features.json", Name], (await Store.ListAsync()).Select(file => file.Name));
        Assert.Equal(content, await File.ReadAllBytesAsync((await Store.LocalPathAsync(Name))!));
    }

    [Fact]
    public async Task An_unknown_name_is_null()
    {
        Assert.Null(await Store.FindAsync(Name));
        Assert.Null(await Store.LocalPathAsync("../../etc/passwd"));
    }

    [Fact]
    public async Task The_same_content_again_is_a_no_op_and_other_content_is_a_fault()
    {
        var first = await PublishAsync(Store, Name, [1, 2]);
        var again = await Store.PublishAsync(Name, new MemoryStream([1, 2]), _time.AddDays(1), CancellationToken.None);

        Assert.Equal(first, again);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublishAsync(Store, Name, [1, 3]));
        Assert.Equal([1, 2], await File.ReadAllBytesAsync((await Store.LocalPathAsync(Name))!));
    }

    [Fact]
    public async Task A_file_that_a_crash_left_without_its_row_was_not_published()
    {
        var store = Store;
        var path = Path.Combine(_sqlite.Folder, "datasets", "v5.2", "train.parquet");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, [9, 9, 9]);

        Assert.Null(await store.FindAsync(Name));
        await PublishAsync(store, Name, [1, 2]);
        Assert.Equal([1, 2], await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_publishes_nothing_and_leaves_nothing()
    {
        var store = Store;
        await Assert.ThrowsAsync<IOException>(
            () => store.PublishAsync(Name, new BrokenStream(100), _time, CancellationToken.None));

        Assert.Null(await store.FindAsync(Name));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_sqlite.Folder, "datasets"), "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../train.parquet")]
    [InlineData("v5.2/.hidden")]
    [InlineData("v5.2/tr ain")]
    public async Task A_name_that_could_lead_out_of_the_folder_is_a_fault(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => PublishAsync(Store, name, [1]));

    public ValueTask DisposeAsync() => _sqlite.DisposeAsync();

    private static Task<Numerai.Tournament.Ports.DatasetFile> PublishAsync(FileDatasetStore store, string name, byte[] content) =>
        store.PublishAsync(name, new MemoryStream(content), _time, CancellationToken.None);
}

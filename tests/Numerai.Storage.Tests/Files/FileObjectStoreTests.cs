using Numerai.Storage.Files;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Files;

public sealed class FileObjectStoreTests : ObjectStoreSuite, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileObjectStoreTests() => Store = new FileObjectStore(_folder.Path);

    protected override IObjectStore Store { get; }

    [Fact]
    public async Task A_file_that_was_changed_on_disk_is_not_handed_out()
    {
        var reference = await Store.PutAsync("a/b", "content"u8.ToArray());
        await File.WriteAllTextAsync(_folder.File("a/b"), "c0ntent");

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.GetAsync(reference));
    }

    [Fact]
    public void What_a_crash_left_half_written_is_swept_when_the_store_opens()
    {
        var left = Directory.CreateDirectory(_folder.File(".incoming"));
        File.WriteAllText(Path.Combine(left.FullName, "half"), "ha");

        _ = new FileObjectStore(_folder.Path);

        Assert.False(left.Exists && Directory.Exists(left.FullName));
    }

    public void Dispose() => _folder.Dispose();
}

using System.Security.Cryptography;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Files;

/// <summary>What an object store does, wherever it keeps them.</summary>
public abstract class ObjectStoreSuite
{
    private const string Name = "rounds/8/123/manifest.json";
    private static readonly byte[] _content = "content"u8.ToArray();

    protected abstract IObjectStore Store { get; }

    [Fact]
    public async Task An_object_comes_back_by_its_reference()
    {
        var reference = await Store.PutAsync(Name, _content);

        Assert.Equal(new ObjectReference(Name, Convert.ToHexStringLower(SHA256.HashData(_content)), 7), reference);
        Assert.Equal(_content, await Store.GetAsync(reference));
        Assert.Equal(reference, await Store.FindAsync(Name));
        Assert.Null(await Store.FindAsync("rounds/8/124/manifest.json"));
    }

    [Fact]
    public async Task The_same_content_again_is_a_no_op_and_other_content_is_a_fault()
    {
        var first = await Store.PutAsync(Name, _content);
        var again = await Store.PutAsync(Name, _content);

        Assert.Equal(first, again);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.PutAsync(Name, "other"u8.ToArray()));
        Assert.Equal(_content, await Store.GetAsync(first));
    }

    [Fact]
    public async Task An_empty_object_is_an_object()
    {
        var reference = await Store.PutAsync("empty", ReadOnlyMemory<byte>.Empty);

        Assert.Empty(await Store.GetAsync(reference));
    }

    [Fact]
    public async Task A_reference_to_what_is_not_there_or_is_something_else_is_a_fault()
    {
        var reference = await Store.PutAsync(Name, _content);

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.GetAsync(reference with { Name = "nothing" }));
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.GetAsync(reference with { Sha256 = new string('0', 64) }));
    }

    [Fact]
    public async Task Of_many_that_put_one_name_at_once_all_agree_on_one_content()
    {
        var puts = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                return await Store.PutAsync(Name, new[] { (byte)(number % 2) });
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        })));

        var stored = await Store.FindAsync(Name);
        Assert.All(puts.Where(put => put is not null), put => Assert.Equal(stored, put));
        Assert.Equal(8, puts.Count(put => put is not null));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData(".incoming/x")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("")]
    public async Task A_name_that_could_lead_out_of_the_store_is_a_fault(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(name, _content));
}

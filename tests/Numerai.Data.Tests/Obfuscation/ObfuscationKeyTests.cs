using Numerai.Data.Obfuscation;

namespace Numerai.Data.Tests.Obfuscation;

public sealed class ObfuscationKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_saved_key_is_readable_by_its_owner_only_and_loads_the_same()
    {
        var path = _folder.File("operator.key");
        var key = ObfuscationKey.Generate();
        key.Save(path);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.Equal(key.Derive("test", "a"), ObfuscationKey.Load(path).Derive("test", "a"));
    }

    [Fact]
    public void A_key_is_never_overwritten()
    {
        var path = _folder.File("operator.key");
        ObfuscationKey.Generate().Save(path);
        Assert.Equal("key_file_exists", Assert.Throws<DataFormatException>(() => ObfuscationKey.Generate().Save(path)).Code);
    }

    [Fact]
    public void A_key_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var path = _folder.File("operator.key");
        ObfuscationKey.Generate().Save(path);
        Restrict(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal("key_file_exposed", Assert.Throws<DataFormatException>(() => ObfuscationKey.Load(path)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("numerai-obfuscation-key-1 abc")]
    [InlineData("numerai-obfuscation-key-1 zz00000000000000000000000000000000000000000000000000000000000000")]
    public void Anything_else_is_not_a_key_file(string text)
    {
        var path = _folder.File("operator.key");
        File.WriteAllText(path, text);
        Restrict(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal("key_file_invalid", Assert.Throws<DataFormatException>(() => ObfuscationKey.Load(path)).Code);
    }

    [Fact]
    public void Purposes_and_parts_never_run_into_each_other_and_the_text_tells_nothing()
    {
        var key = ObfuscationKey.ForDemonstration(3);
        Assert.NotEqual(key.Derive("id", "ab", "c"), key.Derive("id", "a", "bc"));
        Assert.NotEqual(key.Derive("id", "a"), key.Derive("name", "a"));
        Assert.Equal("obfuscation key (secret)", key.ToString());
    }

    private static void Restrict(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    public void Dispose() => _folder.Dispose();
}

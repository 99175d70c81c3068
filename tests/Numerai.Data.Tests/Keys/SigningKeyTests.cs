using Numerai.Data.Keys;
using Numerai.Data.Obfuscation;

namespace Numerai.Data.Tests.Keys;

public sealed class SigningKeyTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_the_private_half_signs_only_its_public_half_verifies()
    {
        using var key = SigningKey.Generate();
        using var other = SigningKey.Generate();
        var signature = key.Sign(Content);
        Assert.True(key.Public.Verifies(Content, signature));
        Assert.False(key.Public.Verifies([1, 2, 4], signature));
        Assert.False(key.Public.Verifies(Content, [1, 2, 3]));
        Assert.False(other.Public.Verifies(Content, signature));
    }

    [Fact]
    public void Keys_survive_the_disk_and_the_secret_half_is_its_owners()
    {
        using var key = SigningKey.Generate();
        key.Save(_folder.File("key"));
        key.Public.Save(_folder.File("key.pub"));
        using var again = SigningKey.Load(_folder.File("key"));
        Assert.True(PublicSigningKey.Load(_folder.File("key.pub")).Verifies(Content, again.Sign(Content)));
        Assert.Equal(key.Public.Fingerprint, again.Public.Fingerprint);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("key")));
            File.SetUnixFileMode(_folder.File("key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            Assert.Equal("key_file_exposed", Assert.Throws<DataFormatException>(() => SigningKey.Load(_folder.File("key"))).Code);
        }
    }

    [Fact]
    public void A_key_file_is_never_overwritten_and_wrong_ones_are_named()
    {
        using var key = SigningKey.Generate();
        key.Save(_folder.File("key"));
        Assert.Equal("key_file_exists", Assert.Throws<DataFormatException>(() => key.Save(_folder.File("key"))).Code);
        ObfuscationKey.Generate().Save(_folder.File("obfuscation"));
        key.Public.Save(_folder.File("key.pub"));
        File.WriteAllText(_folder.File("text"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Assert.Equal("key_file_invalid", Assert.Throws<DataFormatException>(() => SigningKey.Load(_folder.File("obfuscation"))).Code);
        Assert.Equal("key_file_invalid", Assert.Throws<DataFormatException>(() => PublicSigningKey.Load(_folder.File("text"))).Code);
        Assert.Equal("key_file_invalid", Assert.Throws<DataFormatException>(() => PublicSigningKey.Load(_folder.File("none"))).Code);
    }

    public void Dispose() => _folder.Dispose();
}

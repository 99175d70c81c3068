using Numerai.Data.Obfuscation;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;

namespace Numerai.Data.Tests.Releases;

public sealed class ReleaseVerifierTests(BuiltRelease built) : IClassFixture<BuiltRelease>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_fresh_release_is_whole_in_both_parts()
    {
        Assert.Empty(ReleaseVerifier.Verify(built.Release.PublicFolder));
        Assert.Empty(ReleaseVerifier.Verify(built.Release.OperatorFolder));
    }

    [Fact]
    public void The_operators_part_is_closed_to_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(built.Release.OperatorFolder));
        }
    }

    [Theory]
    [InlineData("file_missing")]
    [InlineData("file_unknown")]
    [InlineData("size_differs")]
    [InlineData("checksum_differs")]
    public void Any_change_of_a_file_is_named(string code)
    {
        foreach (var file in Directory.GetFiles(built.Release.PublicFolder))
        {
            File.Copy(file, _folder.File(Path.GetFileName(file)));
        }

        var path = _folder.File("live.parquet");
        var bytes = File.ReadAllBytes(path);
        switch (code)
        {
            case "file_missing": File.Delete(path); break;
            case "file_unknown": File.WriteAllText(_folder.File("extra.txt"), "?"); break;
            case "size_differs": File.AppendAllText(path, "?"); break;
            default: bytes[100] ^= 1; File.WriteAllBytes(path, bytes); break;
        }

        Assert.Contains(code, ReleaseVerifier.Verify(_folder.Path).Select(p => p.Code));
    }

    [Fact]
    public void A_folder_without_a_manifest_cannot_be_verified()
    {
        Assert.Equal("release_damaged", Assert.Throws<DataFormatException>(() => ReleaseVerifier.Verify(_folder.Path)).Code);
    }

    [Fact]
    public void The_operator_decodes_what_nobody_else_can()
    {
        var ids = ParquetFile.Read(Path.Combine(built.Release.PublicFolder, "live.parquet")).Values<string>("id");
        var era = built.Release.Rounds[0].Era;
        var decoded = new ReleaseDecoder(ObfuscationKey.ForDemonstration(1), new ObfuscationOptions(), SmallMarket.Panel.Securities)
            .Decode(era, ids);
        Assert.Equal(ids.Length, decoded.OfType<string>().Distinct().Count());
        var strangers = new ReleaseDecoder(ObfuscationKey.ForDemonstration(2), new ObfuscationOptions(), SmallMarket.Panel.Securities)
            .Decode(era, ids);
        Assert.All(strangers, Assert.Null);
    }

    public void Dispose() => _folder.Dispose();
}

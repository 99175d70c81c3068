using Numerai.Data.Keys;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Releases;

namespace Numerai.Data.Tests.Releases;

/// <summary>A signed release of the small market as it was eight weeks before its end, built once; every test carries a copy on.</summary>
public sealed class EarlierRelease : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EarlierRelease() => ReleaseBuilder.Build(Options(), Panel, Key, _folder.File("release"));

    internal static ObfuscationKey Key { get; } = ObfuscationKey.ForDemonstration(1);

    internal static PricePanel Panel { get; } = SmallMarket.Until(SmallMarket.Panel.Dates.Count - 40);

    internal SigningKey Signing { get; } = SigningKey.Generate();

    internal ReleaseOptions Options() => BuiltRelease.Options(new MomentumBenchmark("momentum")) with { SigningKey = Signing };

    internal Release CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(_folder.File("release"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_folder.File("release"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Release.Open(folder);
    }

    public void Dispose()
    {
        Signing.Dispose();
        _folder.Dispose();
    }
}

using Numerai.Data.Obfuscation;
using Numerai.Data.Releases;

namespace Numerai.Data.Tests.Releases;

/// <summary>One release of the small market, built once for all tests of its content.</summary>
public sealed class BuiltRelease : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BuiltRelease()
    {
        Benchmark = new MomentumBenchmark("momentum");
        Release = ReleaseBuilder.Build(Options(Benchmark), SmallMarket.Panel, ObfuscationKey.ForDemonstration(1), _folder.File("release"));
    }

    public Release Release { get; }

    internal MomentumBenchmark Benchmark { get; }

    internal static ReleaseOptions Options(params IBenchmarkModel[] benchmarks) =>
        new() { Tournament = 8, Rounds = 6, Benchmarks = benchmarks, RetrainEras = 30, RetrainRounds = 3 };

    public void Dispose() => _folder.Dispose();
}

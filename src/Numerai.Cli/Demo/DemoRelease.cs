using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;
using Numerai.Data.Releases;
using Numerai.Learners;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Cli.Demo;

/// <summary>Builds the release that a demonstration is played on.</summary>
internal static class DemoRelease
{
    private const int SyntheticSecurities = 300;
    private const double SyntheticYears = 6;

    public static Release Build(DemoOptions options, IProgress<ReleaseProgress> progress, CancellationToken cancellation)
    {
        var panel = options.Prices is { } prices
            ? PanelFolder.Load(prices)
            : SyntheticMarket.Create(new SyntheticMarketOptions
            {
                Seed = options.Seed,
                Securities = SyntheticSecurities,
                Years = SyntheticYears,
            });
        var release = new ReleaseOptions
        {
            Tournament = Tournaments.Default.Id.Number,
            Rounds = options.Rounds,
            Benchmarks = BenchmarkModels.Default(options.Seed),
        };

        // A key anyone can derive, so that the same seed gives the same ids. An operator's key is random and secret.
        var key = ObfuscationKey.ForDemonstration(options.Seed);
        return ReleaseBuilder.Build(release, panel, key, options.ReleaseFolder, progress, cancellation);
    }
}

using Numerai.Data.Releases;

namespace Numerai.Learners;

/// <summary>The benchmark models a release is built with unless the operator brings others.</summary>
public static class BenchmarkModels
{
    /// <summary>Ridge (also the example model), boosted trees, and other boosted trees made half feature-neutral (a ridge is linear in the
    /// features, so neutralizing it would leave nothing new).</summary>
    public static IReadOnlyList<IBenchmarkModel> Default(int seed) =>
    [
        new BenchmarkLearner("ridge_20", new RidgeLearner { Seed = seed }),
        new BenchmarkLearner("trees_20", new BoostedTreesLearner { Seed = seed }),
        new BenchmarkLearner("neutral_20", new NeutralLearner(new BoostedTreesLearner { Seed = unchecked(seed + 1) }) { Proportion = 0.5 }),
    ];
}

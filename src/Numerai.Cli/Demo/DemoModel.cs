using Numerai.Learners;

namespace Numerai.Cli.Demo;

/// <summary>One model of a participant.</summary>
/// <param name="Seed">What tells it apart from others of its kind.</param>
internal sealed record DemoModel(string Name, DemoModelKind Kind, int Seed)
{
    /// <summary>Null for kinds that learn nothing.</summary>
    public ILearner? Learner() => Kind switch
    {
        DemoModelKind.Ridge =>
            new RidgeLearner { FeatureShare = 0.35 + (0.1 * (Seed % 6)), Penalty = 0.02 * (1 + (Seed % 4)), Seed = Seed },
        DemoModelKind.Trees =>
            new BoostedTreesLearner { Trees = 60, Leaves = 6 + (Seed % 3 * 2), FeatureShare = 0.3, EraStep = 8, Seed = Seed },
        DemoModelKind.Neutral => new NeutralLearner(new RidgeLearner { FeatureShare = 0.7, Seed = Seed }) { Proportion = 1 },
        DemoModelKind.EraBoosted => new EraBoostedLearner(new RidgeLearner { FeatureShare = 0.6, Seed = Seed }),
        DemoModelKind.Ensemble => new RidgeLearner { FeatureShare = 0.8, Seed = Seed },
        DemoModelKind.Noise => new NoiseLearner { Seed = Seed },
        _ => null,
    };
}

using Numerai.Data.Features;
using Numerai.Scoring.Statistics;

namespace Numerai.Learners.Tests;

public sealed class LearnerTests
{
    private static readonly InventedEras Train = new(30, 1, Linear);
    private static readonly InventedEras Fresh = new(10, 2, Linear);

    public static TheoryData<string> Kinds() => ["ridge", "subset", "trees", "neutral", "boosted", "noise"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_training_gives_the_same_predictions(string kind)
    {
        var first = Fresh.Predict(Learner(kind).Train(Train.Features, Train.Target, Train.Era), 3);
        var again = Fresh.Predict(Learner(kind).Train(Train.Features, Train.Target, Train.Era), 3);
        Assert.Equal(first, again);
        Assert.All(first, v => Assert.True(double.IsFinite(v)));
    }

    [Theory]
    [InlineData("ridge")]
    [InlineData("trees")]
    [InlineData("boosted")]
    public void A_linear_signal_is_found_in_fresh_eras(string kind)
    {
        var score = Fresh.Score(Learner(kind).Train(Train.Features, Train.Target, Train.Era));
        Assert.InRange(score, 0.25, 0.8);
    }

    [Fact]
    public void Trees_find_an_interaction_that_a_ridge_cannot()
    {
        var train = new InventedEras(30, 3, Interaction);
        var fresh = new InventedEras(10, 4, Interaction);
        var trees = fresh.Score(new BoostedTreesLearner { EraStep = 1, FeatureShare = 1, Leaves = 16 }.Train(train.Features,
            train.Target, train.Era));
        var ridge = fresh.Score(new RidgeLearner().Train(train.Features, train.Target, train.Era));
        Assert.True(trees > 0.2 && Math.Abs(ridge) < 0.05, $"trees {trees:F3}, ridge {ridge:F3}");
    }

    [Fact]
    public void A_ridge_solves_its_normal_equations()
    {
        var predictor = new RidgeLearner { Penalty = 1e-9 }.Train(Train.Features, Train.Target, Train.Era);
        var predictions = new double[Train.Features.RowCount];
        predictor.Predict(Train.Features, predictions);
        for (var column = 0; column < InventedEras.Columns; column++)
        {
            // Without a penalty the residual is at right angles to every centred column.
            double product = 0;
            for (var row = 0; row < predictions.Length; row++)
            {
                product += (Train.Features.Column(column)[row] - 2) * (Train.Target[row] - 0.5 - predictions[row]);
            }

            Assert.Equal(0, product, 4);
        }
    }

    [Fact]
    public void A_stronger_penalty_shrinks_the_weights()
    {
        double Spread(double penalty) =>
            Moments.PopulationDeviation(Fresh.Predict(new RidgeLearner { Penalty = penalty }.Train(Train.Features, Train.Target,
            Train.Era), 1));
        Assert.True(Spread(10) < 0.2 * Spread(0.01));
    }

    [Fact]
    public void A_subset_follows_from_its_seed_and_ignores_other_columns()
    {
        var predictor = new RidgeLearner { FeatureShare = 0.5, Seed = 5 }.Train(Train.Features, Train.Target, Train.Era);
        var other = new RidgeLearner { FeatureShare = 0.5, Seed = 6 }.Train(Train.Features, Train.Target, Train.Era);
        Assert.NotEqual(Fresh.Predict(predictor, 1), Fresh.Predict(other, 1));
        var needed = Enumerable.Range(0, InventedEras.Columns).Count(column => !Works(predictor, Fresh.Block(1)
            .Select([.. Enumerable.Range(0, InventedEras.Columns).Where(c => c != column)])));
        Assert.Equal(6, needed);
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order()
    {
        foreach (var kind in new[] { "ridge", "trees" })
        {
            var predictor = Learner(kind).Train(Train.Features, Train.Target, Train.Era);
            var block = Fresh.Block(2);
            var reversed = new double[block.RowCount];
            predictor.Predict(block.Select([.. Enumerable.Range(0, InventedEras.Columns).Reverse()]), reversed);
            Assert.Equal(Fresh.Predict(predictor, 2), reversed.Select(v => v), new Close());
        }
    }

    [Fact]
    public void A_neutral_prediction_has_no_slope_on_any_feature()
    {
        var predictor = new NeutralLearner(new BoostedTreesLearner { EraStep = 1 }) { Proportion = 1 }.Train(Train.Features,
            Train.Target, Train.Era);
        var predictions = Fresh.Predict(predictor, 1);
        for (var column = 0; column < InventedEras.Columns; column++)
        {
            var feature = Fresh.Block(1).Column(column).ToArray().Select(b => (double)b).ToArray();
            Assert.Equal(0, Correlation.Pearson(predictions, feature), 9);
        }
    }

    [Fact]
    public void Rows_without_a_target_are_left_out()
    {
        var target = (float[])Train.Target.Clone();
        target.AsSpan(0, 400).Fill(float.NaN);
        var some = new RidgeLearner().Train(Train.Features, target, Train.Era);
        var rest = Enumerable.Range(400, target.Length - 400).ToArray();
        var only = new RidgeLearner().Train(Train.Features.Take(rest), target.AsSpan(400), Train.Era.AsSpan(400));
        Assert.Equal(Fresh.Predict(only, 1), Fresh.Predict(some, 1));
        target.AsSpan().Fill(float.NaN);
        Assert.Throws<ArgumentException>(() => new RidgeLearner().Train(Train.Features, target, Train.Era));
    }

    [Fact]
    public void An_ensemble_over_targets_is_the_mean_of_its_members_on_the_normal_scale()
    {
        var opposite = Train.Target.Select(v => 1 - v).ToArray();
        var predictor = TargetEnsemble.Train(new RidgeLearner(), Train.Features, [Train.Target, opposite], Train.Era);
        Assert.All(Fresh.Predict(predictor, 1), v => Assert.Equal(0, v, 9));
    }

    [Fact]
    public void Noise_is_uncorrelated_with_the_target_and_differs_by_seed_and_era()
    {
        var noise = new NoiseLearner { Seed = 1 }.Train(Train.Features, Train.Target, Train.Era);
        Assert.InRange(Fresh.Score(noise), -0.08, 0.08);
        Assert.NotEqual(Fresh.Predict(noise, 1), Fresh.Predict(noise, 2));
        Assert.NotEqual(Fresh.Predict(noise, 1), Fresh.Predict(new NoiseLearner { Seed = 2 }.Train(Train.Features, Train.Target,
            Train.Era), 1));
    }

    [Fact]
    public void Ranks_for_a_submission_lie_strictly_between_zero_and_one()
    {
        var ranks = new RidgeLearner().Train(Train.Features, Train.Target, Train.Era).PredictRanks(Fresh.Block(1));
        Assert.All(ranks, r => Assert.InRange(r, 0.001, 0.999));
        Assert.Equal(0.5, ranks.Average(), 9);
    }

    private static double Linear(ReadOnlySpan<sbyte> row) => (0.4 * (row[0] - 2)) - (0.3 * (row[3] - 2));

    private static double Interaction(ReadOnlySpan<sbyte> row) => 0.4 * (row[1] - 2) * (row[2] - 2);

    private static ILearner Learner(string kind) => kind switch
    {
        "ridge" => new RidgeLearner(),
        "subset" => new RidgeLearner { FeatureShare = 0.4, Seed = 9 },
        "trees" => new BoostedTreesLearner { EraStep = 1, FeatureShare = 1, Seed = 3 },
        "neutral" => new NeutralLearner(new BoostedTreesLearner()),
        "boosted" => new EraBoostedLearner(new RidgeLearner()),
        "noise" => new NoiseLearner { Seed = 4 },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool Works(IPredictor predictor, FeatureBlock block)
    {
        try
        {
            predictor.Predict(block, new double[block.RowCount]);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed class Close : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-12;

        public int GetHashCode(double value) => 0;
    }
}

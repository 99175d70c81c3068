using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// overfitter: fits everything to the newest eight eras with next to no shrinkage, anew every quarter; its backtest is splendid.
/// </summary>
public sealed class OverfitterAgent(AgentSeat seat)
    : LearningAgent(seat with { Options = seat.Options with { TrainEras = Eras, RetrainEvery = Rounds } })
{
    private const int Eras = 8;
    private const int Rounds = 13;
    private const int Trees = 60;
    private const int Leaves = 16;

    protected override IPredictor Learn(TrainingSet set) =>
        new BoostedTreesLearner
        {
            Trees = Trees,
            Leaves = Leaves,
            LearningRate = 0.2,
            FeatureShare = 1,
            LeastLeafShare = 0.0005,
            EraStep = 1,
            Seed = Seat.Seed,
        }
            .Train(set.Features, set.Targets[0], set.Era);
}

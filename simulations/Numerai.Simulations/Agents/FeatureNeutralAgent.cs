using Numerai.Learners;

namespace Numerai.Simulations.Agents;

/// <summary>
/// feature-neutral: boosted trees with a proportion of their linear feature exposure taken out (<c>proportion</c>, <c>trees</c>).
/// </summary>
public sealed class FeatureNeutralAgent(AgentSeat seat) : LearningAgent(seat)
{
    protected override IPredictor Learn(TrainingSet set) =>
        new NeutralLearner(BoostedTreesAgent.Learner(Seat))
        {
            Proportion = Seat.Options.Proportion,
        }.Train(set.Features, set.Targets[0], set.Era);
}

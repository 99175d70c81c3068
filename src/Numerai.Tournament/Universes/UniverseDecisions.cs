using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;

namespace Numerai.Tournament.Universes;

/// <summary>What can happen to a universe: it is published once.</summary>
internal static class UniverseDecisions
{
    public static Refusal NotFound(UniverseId id) => new(
        RefusalCodes.UniverseNotFound, $"Tournament {id.Tournament} has no universe of {UniverseId.Day(id.Date)}; the operator publishes it first.");

    /// <summary>Whether the command names the very files that were published.</summary>
    public static bool Repeats(UniverseState state, PublishUniverse command) =>
        state.Published.LiveDataset == command.LiveDataset
        && state.Published.NeutralizerDataset == command.NeutralizerDataset
        && state.Published.SampleWeightDataset == command.SampleWeightDataset;

    public static Refusal Taken(UniverseState state) => new(
        RefusalCodes.UniverseExists,
        $"Tournament {state.Published.Tournament} has a universe of {UniverseId.Day(state.Published.Date)}, made of '{state.Published.LiveDataset}'; "
        + "a published universe does not change.");

    public static Decision<UniverseState, UniverseView> Publish(UniverseView described) =>
        Decision<UniverseState, UniverseView>.Changed(described, new UniverseState(described));
}

using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Universes;

/// <summary>What can happen to a universe: it is published, replaced while no round stands on it, and then fixed.</summary>
internal static class UniverseDecisions
{
    public static Refusal NotFound(UniverseId id) => new(
        RefusalCodes.UniverseNotFound, $"Tournament {id.Tournament} has no universe of {UniverseId.Day(id.Date)}; the operator publishes "
            + "it first.");

    /// <summary>Whether the command names the very files that were published.</summary>
    public static bool Repeats(UniverseState state, PublishUniverse command) =>
        state.Published.LiveDataset == command.LiveDataset
        && state.Published.NeutralizerDataset == command.NeutralizerDataset
        && state.Published.SampleWeightDataset == command.SampleWeightDataset;

    public static Refusal Taken(UniverseState state) => new(
        RefusalCodes.UniverseExists,
        $"Tournament {state.Published.Tournament} has a universe of {UniverseId.Day(state.Published.Date)}, made of "
            + $"'{state.Published.LiveDataset}'; "
        + (state.Round is { } round
            ? $"round {round} stands on it, so it does not change any more."
            : "no round stands on it yet, so `replace` puts the new one in its place."));

    /// <summary>Decided again after the files were read, since a round may have come to stand on the day meanwhile.</summary>
    public static Decision<UniverseState, UniverseView> Publish(UniverseState? state, PublishUniverse command, UniverseView described) =>
        state is null || MayReplace(state, command)
            ? Decision<UniverseState, UniverseView>.Changed(described, new UniverseState(described))
            : Taken(state);

    public static bool MayReplace(UniverseState state, PublishUniverse command) => command.Replace && state.Round is null;

    /// <summary>A round stands on the universe from now on; the first one is kept.</summary>
    public static Decision<UniverseState, UniverseView> FixFor(UniverseState state, int round) => state.Round is null
        ? Decision<UniverseState, UniverseView>.Changed(state.Published, state with { Round = round })
        : Decision<UniverseState, UniverseView>.Unchanged(state.Published);
}

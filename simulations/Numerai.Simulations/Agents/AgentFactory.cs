using Numerai.Simulations.Scenarios;

namespace Numerai.Simulations.Agents;

/// <summary>Makes agents by the name of their archetype. A new archetype is a class and a line here.</summary>
public static class AgentFactory
{
    private static readonly SortedDictionary<string, Func<AgentSeat, IAgent>> _makers = new(StringComparer.Ordinal)
    {
        ["linear"] = seat => new LinearAgent(seat),
        ["trees"] = seat => new BoostedTreesAgent(seat),
        ["feature-neutral"] = seat => new FeatureNeutralAgent(seat),
        ["era-boosted"] = seat => new EraBoostedAgent(seat),
        ["target-ensemble"] = seat => new TargetEnsembleAgent(seat),
        ["momentum"] = seat => new StyleAgent(seat, "momentum"),
        ["reversal"] = seat => new StyleAgent(seat, "reversal"),
        ["quality"] = seat => new StyleAgent(seat, "quality"),
        ["benchmark-follower"] = seat => new BenchmarkFollowerAgent(seat),
        ["noise"] = seat => new NoiseAgent(seat),
        ["copycat"] = seat => new CopycatAgent(seat),
        ["overfitter"] = seat => new OverfitterAgent(seat),
        ["gambler"] = seat => new GamblerAgent(seat),
        ["p-one-minus-p"] = seat => new OppositePairAgent(seat),
        ["sybil"] = seat => new SybilAgent(seat),
        ["burner"] = seat => new BurnerAgent(seat),
        ["late-absent"] = seat => new LateAbsentAgent(seat),
        ["churner"] = seat => new ChurnerAgent(seat),
    };

    /// <summary>Those that are another agent in Signals. All others are the same, made patient.</summary>
    private static readonly SortedDictionary<string, Func<AgentSeat, IAgent>> _signalsMakers = new(StringComparer.Ordinal)
    {
        ["noise"] = seat => new SteadyNoiseAgent(seat),
        ["neutralized-momentum"] = seat => Patient(seat, new NeutralizedAgent(new StyleAgent(seat, "momentum"))),
        ["churner"] = seat => new ChurnerAgent(seat),
        ["benchmark-follower"] = seat => new BenchmarkFollowerAgent(seat),
    };

    /// <summary>Names of the archetypes of Classic, in order.</summary>
    public static IReadOnlyList<string> Archetypes { get; } = [.. _makers.Keys];

    /// <summary>Names of the archetypes of a tournament, in order.</summary>
    public static IReadOnlyList<string> ArchetypesOf(int tournament) => TournamentPlay.Of(tournament).HoldsPortfolios
        ? [.. _makers.Keys.Union(_signalsMakers.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : Archetypes;

    public static IAgent Create(int tournament, string archetype, AgentSeat seat) =>
        !TournamentPlay.Of(tournament).HoldsPortfolios ? _makers[archetype](seat)
        : _signalsMakers.TryGetValue(archetype, out var make) ? make(seat)
        : Patient(seat, _makers[archetype](seat));

    /// <summary>An agent of Signals whose submissions stay within the limits of churn and turnover, as far as its patience goes.</summary>
    internal static PatientAgent Patient(AgentSeat seat, IAgent inner) => new(inner, seat.Options.Patience);
}

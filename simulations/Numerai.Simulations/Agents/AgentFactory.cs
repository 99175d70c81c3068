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

    /// <summary>Names of the archetypes, in order.</summary>
    public static IReadOnlyList<string> Archetypes { get; } = [.. _makers.Keys];

    public static IAgent Create(string archetype, AgentSeat seat) => _makers[archetype](seat);
}

namespace Numerai.Simulations.Staking;

/// <summary>The stake policies by name.</summary>
public static class StakePolicies
{
    private static readonly SortedDictionary<string, IStakePolicy> _policies = new(StringComparer.Ordinal)
    {
        ["none"] = new NoStakePolicy(),
        ["fixed"] = new FixedStakePolicy(),
        ["proportional"] = new ProportionalStakePolicy(),
        ["kelly"] = new KellyStakePolicy(),
        ["momentum"] = new MomentumStakePolicy(),
        ["flows"] = new FlowStakePolicy(),
        ["concentrate"] = new ConcentratingStakePolicy(),
    };

    public static IReadOnlyList<string> Names { get; } = [.. _policies.Keys];

    public static IStakePolicy Of(string name) => _policies[name];
}

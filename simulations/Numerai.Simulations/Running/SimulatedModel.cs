using Numerai.Contracts;
using Numerai.Simulations.Agents;

namespace Numerai.Simulations.Running;

/// <summary>One model of a simulated account, with its public record.</summary>
internal sealed class SimulatedModel(int index, string name, ModelId id, IAgent agent)
{
    /// <summary>Place among all models of the simulation.</summary>
    public int Index { get; } = index;

    public string Name { get; } = name;

    public ModelId Id { get; } = id;

    public IAgent Agent { get; } = agent;

    /// <summary>Payout multipliers its submissions had, or would have had with a stake, in resolved rounds.</summary>
    public List<double> Multipliers { get; } = [];
}

namespace Numerai.Simulations.Running;

/// <summary>Those who act in a simulation.</summary>
internal sealed class Desks(SimulationHost host, SimulationWorld world, int threads)
{
    public OperatorDesk Operator { get; } = new(host, world);

    public SubmissionDesk Submissions { get; } = new(host, world.Crowd, threads);

    public StakeDesk Stakes { get; } = new(host, world.Crowd, world.Scenario);

    public ResultDesk Results { get; } = new(host, world, threads);
}

namespace Numerai.Simulations.Running;

/// <summary>Those who act in a simulation.</summary>
internal sealed class Desks(SimulationHost host, SimulationWorld world, int threads) : IDisposable
{
    private readonly SignalsIntake? _intake = world.Play.HoldsPortfolios ? new SignalsIntake(host, world) : null;

    public OperatorDesk Operator { get; } = new(host, world);

    public SubmissionDesk Submissions => field ??= new(host, world.Crowd, threads, _intake);

    public StakeDesk Stakes { get; } = new(host, world.Crowd, world.Scenario);

    public ResultDesk Results { get; } = new(host, world, threads);

    public void Dispose() => _intake?.Dispose();
}

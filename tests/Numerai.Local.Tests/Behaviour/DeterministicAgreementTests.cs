namespace Numerai.Local.Tests.Behaviour;

public sealed class DeterministicAgreementTests : AgreementSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed: 7);
}

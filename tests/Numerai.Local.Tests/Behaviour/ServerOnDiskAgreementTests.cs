namespace Numerai.Local.Tests.Behaviour;

public sealed class ServerOnDiskAgreementTests : AgreementSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Server);
}

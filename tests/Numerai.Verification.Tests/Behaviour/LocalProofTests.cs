using Numerai.Local;

namespace Numerai.Verification.Tests.Behaviour;

public sealed class LocalProofTests : ProofSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Parallel);
}

using Numerai.Local;
using Numerai.Local.Tests.Behaviour;

namespace Numerai.Verification.Tests.Behaviour;

public sealed class LocalProofTests : ProofSuite
{
    protected override Task<ITournamentHost> StartAsync() => LocalTournamentHost.OnDiskAsync(HostMode.Server);
}

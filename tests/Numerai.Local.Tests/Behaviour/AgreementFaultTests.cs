using Numerai.Contracts;
using Numerai.Tournament.Ledger.Audit;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>Whatever fails in the middle of a sale, it comes to what it would have come to without.</summary>
public sealed class AgreementFaultTests : StoryFaultTests
{
    private AgreementId _agreement;

    protected override Task PrepareAsync(ITournamentHost host) => AgreementSuite.PrepareAsync(host);

    protected override async Task TellAsync(ITournamentHost host, Func<Func<Task>, Task> attempt, Func<Func<Task>, Task> safely) =>
        _agreement = await AgreementSuite.SellAsync(host, attempt);

    protected override async Task<string> OutcomeAsync(ITournamentHost host)
    {
        var report = await new ConservationCheck(host.Actors, host.ReadModel).RunAsync();
        Assert.True(report.Holds, $"{report}");
        Assert.Equal((Nmr.FromNmr(6), Nmr.FromNmr(194)), (report.Burned, report.Wallets));
        var agreement = (await host.Actors.Agreement(_agreement).GetAsync()).Require();
        Assert.Equal(Nmr.FromNmr(6), agreement.Burned);
        return $"{agreement}";
    }
}

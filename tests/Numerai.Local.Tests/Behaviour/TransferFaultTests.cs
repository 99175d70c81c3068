namespace Numerai.Local.Tests.Behaviour;

/// <summary>Whatever fails where rows forget transfers, they come to what they would have come to without.</summary>
public sealed class TransferFaultTests : StoryFaultTests
{
    protected override Task PrepareAsync(ITournamentHost host) => TransferSuite.PrepareFullAsync(host, ((LocalTournamentHost)host).Rows);

    protected override Task TellAsync(ITournamentHost host, Func<Func<Task>, Task> attempt, Func<Func<Task>, Task> safely) =>
        TransferSuite.TellAsync(host, attempt);

    protected override Task<string> OutcomeAsync(ITournamentHost host) => TransferSuite.AssertToldAsync(host);
}

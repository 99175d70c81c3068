using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Numerai.Local.Faults;

namespace Numerai.Local.Tests.Behaviour;

/// <summary>
/// Whatever enters and leaves an account, given again in whatever order and with whatever faults: each is booked once, and the row stays
/// as long as it is.
/// </summary>
public sealed class TransferHistoryTests
{
    private const int Length = 60;

    [Property(MaxTest = 12)]
    public Property Every_history_books_each_transfer_once_and_the_row_does_not_grow() => Prop.ForAll(
        Gen.Choose(0, TransferHistory.Kinds - 1).Zip(Gen.Choose(0, 1000)).Zip(Gen.Choose(1, 20_000))
            .Select(drawn => new HistoryCommand(drawn.Item1.Item1, drawn.Item1.Item2, drawn.Item2))
            .ArrayOf(Length).ToArbitrary(),
        Gen.Choose(1, 1_000_000).ToArbitrary(),
        (commands, seed) =>
        {
            RunAsync(commands, seed).GetAwaiter().GetResult();
            return true;
        });

    private static async Task RunAsync(HistoryCommand[] commands, int seed)
    {
        var plan = FaultPlan.Seeded(seed, 0.05);
        plan.Enabled = false;
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic, seed, plan);
        var restart = seed % 2 == 0;
        var history = new TransferHistory(host, command => Repeated.UntilAnsweredAsync(host, command, restart));
        await history.PrepareAsync();
        plan.Enabled = true;
        foreach (var command in commands)
        {
            await history.PlayAsync(command);
        }

        plan.Enabled = false;
        await host.SettleAsync();
        await history.AssertAsync(((LocalTournamentHost)host).Rows);
    }
}

using Microsoft.Data.Sqlite;
using Numerai.Cli.Demo;
using Numerai.Client;
using Numerai.Contracts;

namespace Numerai.Cli.Tests.Killed;

/// <summary>A server that dies without warning while it moves money: a real process, a real kill -9.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const int Participants = 150;
    private const int LastAttempt = 5;
    private static readonly DateTimeOffset _start = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-killed-").FullName;

    private string Prepared => Path.Combine(_folder, "prepared");

    [Fact]
    public async Task A_round_whose_settlement_is_cut_short_settles_once_and_exactly_as_if_nothing_had_happened()
    {
        await PrepareAsync();
        var undisturbed = await RunAsync("undisturbed", kill: false);
        var killed = await RunUntilKilledAsync();

        Assert.InRange(killed.SettledBeforeTheKill, 1, Participants - 1);
        Assert.Equal(RoundPhase.Resolved, killed.Round.Phase);
        Assert.Equal(Amounts(undisturbed.Settlement), Amounts(killed.Settlement));
        Assert.Equal(undisturbed.Settlement.Paid, killed.Settlement.Paid);
        Assert.Equal(undisturbed.Settlement.Burned, killed.Settlement.Burned);
        Assert.True(killed.Books.Holds, $"{killed.Books.Gaps.Count} balances differ from the ledger.");
        Assert.Equal(undisturbed.Books.Stakes, killed.Books.Stakes);
        Assert.Equal(undisturbed.Books.Treasury, killed.Books.Treasury);
        Assert.Equal(undisturbed.Books.Burned, killed.Books.Burned);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>
    /// On a busy machine a settlement may be over before the test gets its turn to stop the server; then there is another.
    /// </summary>
    private async Task<Result> RunUntilKilledAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await RunAsync($"killed-{attempt}", kill: true);
            if (attempt == LastAttempt || (result.SettledBeforeTheKill > 0 && result.SettledBeforeTheKill < Participants))
            {
                return result;
            }
        }
    }

    /// <summary>Plays up to the target; each run goes on from a copy of that.</summary>
    private async Task PrepareAsync()
    {
        await using var server = await DemoServer.StartAsync(Prepared, 0, _start, CancellationToken.None);
        using var theOperator = Connect(server);
        await new TinyTournament(theOperator, server.Url, _folder, Participants).PrepareAsync(_start.AddHours(1));
    }

    private async Task<Result> RunAsync(string name, bool kill)
    {
        var folder = Path.Combine(_folder, name);
        foreach (var file in Directory.EnumerateFiles(Prepared, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Prepared, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var server = await DemoServer.StartAsync(folder, 0, _start, CancellationToken.None);
        try
        {
            using var theOperator = Connect(server);
            await new TinyTournament(theOperator, server.Url, _folder, Participants).PublishTargetAsync();
            if (!kill)
            {
                await theOperator.Operator.ResolveRoundAsync(TinyTournament.Tournament, 1);
                return await ReadAsync(theOperator, 0);
            }

            var settled = await KillWhileSettlingAsync(server, theOperator, folder);
            await server.DisposeAsync();
            server = await DemoServer.StartAsync(folder, 0, _start, CancellationToken.None);
            using var again = Connect(server);
            await again.Operator.ResolveRoundAsync(TinyTournament.Tournament, 1);
            return await ReadAsync(again, settled);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Resolves, and kills the server when some participants are paid or burned and others are not.</summary>
    private static async Task<int> KillWhileSettlingAsync(DemoServer server, NumeraiClient theOperator, string folder)
    {
        using var ledger = new SqliteConnection($"Data Source={Path.Combine(folder, "numerai.db")};Mode=ReadOnly;Pooling=False");
        await ledger.OpenAsync();
        var settled = 0;
        var resolving = theOperator.Operator.ResolveRoundAsync(TinyTournament.Tournament, 1);
        var killed = await PausedProcess.KillWhenAsync(
            server.ProcessId, () => (settled = CountSettled(ledger)) > 0, () => resolving.IsCompleted);
        if (!killed)
        {
            await resolving;
            return 0;
        }

        await Assert.ThrowsAnyAsync<Exception>(() => resolving);
        return settled;
    }

    private static int CountSettled(SqliteConnection ledger)
    {
        using var count = ledger.CreateCommand();
        count.CommandText = "SELECT count(*) FROM ledger WHERE reason IN ('Payout', 'Burn')";
        return Convert.ToInt32(count.ExecuteScalar());
    }

    /// <summary>What each model got; submission ids differ between runs, since each upload gets a new one.</summary>
    private static List<(ModelId Model, Nmr AtRisk, decimal Multiplier, Nmr Payout, Nmr Burn)> Amounts(
        Settlement settlement) =>
        [.. settlement.Entries.Select(entry => (entry.Model, entry.AtRisk, entry.Multiplier, entry.Payout, entry.Burn))];

    private static NumeraiClient Connect(DemoServer server) =>
        new(NumeraiConfiguration.Load(server.Url.ToString(), path: server.OperatorFile) with { Retries = 0 });

    private static async Task<Result> ReadAsync(NumeraiClient client, int settledBeforeTheKill) => new(
        await client.Rounds.GetAsync(TinyTournament.Tournament, 1),
        await client.Rounds.GetSettlementAsync(TinyTournament.Tournament, 1),
        await client.Ledger.CheckConservationAsync(),
        settledBeforeTheKill);

    private sealed record Result(Round Round, Settlement Settlement, Conservation Books, int SettledBeforeTheKill);
}

using Numerai.Contracts;
using Numerai.Local;
using Numerai.Storage.Sqlite;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Actors;

namespace Numerai.Benchmarks.Hosting;

/// <summary>Calls a second of the in-process host, by what a call does and what it is kept in.</summary>
internal static class HostBenchmark
{
    private const int Actors = 1000;

    public static async Task RunAsync()
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, {Actors} actors of a kind");
        await MeasureAsync("memory", 200_000, new LocalHostOptions());
        await MeasureAsync("memory, deterministic", 50_000, new LocalHostOptions { Mode = HostMode.Deterministic });
        foreach (var durability in new[] { SqliteDurability.Process, SqliteDurability.Power })
        {
            var folder = Directory.CreateTempSubdirectory("numerai-benchmark-");
            await MeasureAsync(
                $"SQLite, {durability}", 10_000, new LocalHostOptions { DataFolder = folder.FullName, Durability = durability });
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, int calls, LocalHostOptions options)
    {
        await using var host = await LocalHost.CreateAsync(options);
        var accounts = Enumerable.Range(0, Actors).Select(number => NamedUuid.Account($"user{number}")).ToArray();
        var models = Enumerable.Range(0, Actors).Select(number => NamedUuid.Model(TournamentId.Classic, $"model{number}")).ToArray();
        for (var number = 0; number < Actors; number++)
        {
            await PrepareAsync(host, accounts[number], models[number], number);
        }

        await RateAsync(
            host, $"{name}: interleaving reads, one caller", calls, 1, (call, _) => host.Actors.Model(models[call % Actors]).GetAsync());
        await RateAsync(
            host, $"{name}: turns that write nothing, one caller", calls, 1, (call, _) =>
                host.Actors.Participant(accounts[call % Actors]).DepositAsync(First));
        await RateAsync(
            host, $"{name}: turns that write nothing, 8 callers", calls, 8, (call, _) =>
                host.Actors.Participant(accounts[call % Actors]).DepositAsync(First));
        await RateAsync(
            host,
            $"{name}: turns that write a row, one caller",
            calls,
            1,
            (call, run) => SubmitAsync(host, models[call % Actors], call, run));
        await RateAsync(
            host,
            $"{name}: turns that write a row, 64 callers",
            calls,
            64,
            (call, run) => SubmitAsync(host, models[call % Actors], call, run));
        await RateAsync(
            host,
            $"{name}: turns that write a row and publish an event, 64 callers",
            calls / 10,
            64,
            (call, run) => host.Actors.Participant(accounts[call % Actors]).DepositAsync(new Deposit($"{run}/{call}", Nmr.FromNmr(1))));
    }

    private static Deposit First { get; } = new("first", Nmr.FromNmr(1));

    private static async Task PrepareAsync(LocalHost host, AccountId account, ModelId model, int number)
    {
        var participant = host.Actors.Participant(account);
        (await participant.RegisterAsync(
            new RegisterAccount($"user{number}", new AddApiKey(PublicKeyId.Create(account), new string('0', 64), "first", [])))).Require();
        (await participant.DepositAsync(First)).Require();
        (await host.Actors.Model(model).CreateAsync(new ClaimModel(TournamentId.Classic, $"model{number}", account,
            $"user{number}"))).Require();
    }

    private static Task<Outcome<ModelView>> SubmitAsync(LocalHost host, ModelId model, int call, int run) =>
        host.Actors.Model(model).SubmittedAsync(
        new LatestSubmission(NamedUuid.Submission(model, "file"), null, DateTimeOffset.UnixEpoch.AddHours(run).AddMilliseconds(call)));

    private static Task RateAsync(LocalHost host, string what, int calls, int callers, Func<int, int, Task> call) =>
        Measurement.RateAsync(what, calls, run => host.RunAsync(() => Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            // On a server the callers are parallel; a deterministic host lets them in one after the other.
            if (callers > 1 && SynchronizationContext.Current is null)
            {
                await Task.Yield();
            }

            for (var number = caller; number < calls; number += callers)
            {
                await call(number, run);
            }
        }))));
}

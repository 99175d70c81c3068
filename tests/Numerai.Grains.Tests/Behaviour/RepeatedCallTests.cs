using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Numerai.Contracts;
using Numerai.Grains.Calls;
using Numerai.Local.Faults;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Orleans.Configuration;

namespace Numerai.Grains.Tests.Behaviour;

/// <summary>
/// A call that takes longer than one attempt waits for is made again, and whoever carries it out twice is asked the same twice.
/// </summary>
public sealed class RepeatedCallTests
{
    private static readonly AccountId _ada = NamedUuid.Account("ada");

    [Fact]
    public async Task A_repeat_on_the_same_silo_has_its_arguments_when_the_first_attempt_is_done()
    {
        var write = new HeldStep(FaultPoint.Write, $"participant/{_ada}");
        using var repeats = new RepeatCount();
        await using var host = await ClusterTournamentHost.StartAsync(1, faults: FaultPlan.Holding(write), configure: silo =>
        {
            silo.Services.AddSingleton<ILoggerProvider>(repeats).Configure<LoggerFilterOptions>(
                logs => logs.AddFilter(typeof(RetryFilter).FullName, LogLevel.Information));
            silo.Configure<SiloMessagingOptions>(messages => messages.ResponseTimeout = TimeSpan.FromSeconds(4));
        });
        var actors = host.Silos[0].ServiceProvider.GetRequiredService<IActors>();
        var key = new AddApiKey("ADAKEY".PadRight(32, 'A'), new string('0', 64), "first", ["read"]);
        (await actors.Participant(_ada).RegisterAsync(new RegisterAccount("ada", key))).Require();

        write.Arm();
        var deposit = actors.Participant(_ada).DepositAsync(new Deposit("slow", Nmr.FromNmr(100)));
        await write.Reached;

        // The repeat stands in line behind the turn that is held.
        await repeats.OfAsync(1);
        write.End(FaultEffect.None);

        Assert.Equal(Nmr.FromNmr(100), (await deposit).Require().Wallet);
        Assert.Equal(Nmr.FromNmr(100), (await actors.Participant(_ada).GetAsync()).Require().Wallet);
    }

    /// <summary>Counts what the filter says of calls that it makes again.</summary>
    private sealed class RepeatCount : ILoggerProvider, ILogger
    {
        private readonly SemaphoreSlim _said = new(0);

        public async Task OfAsync(int count)
        {
            for (var heard = 0; heard < count; heard++)
            {
                await _said.WaitAsync(TestContext.Current.CancellationToken);
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).EndsWith("asking once more.", StringComparison.Ordinal))
            {
                _said.Release();
            }
        }

        public void Dispose() => _said.Dispose();
    }
}

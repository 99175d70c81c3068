using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Numerai.Web.Hosting;

namespace Numerai.Web.Tests.Faults;

/// <summary>A service in the background that throws neither ends the server nor stays away.</summary>
public sealed class EnduringServiceTests
{
    [Fact]
    public async Task A_service_that_fails_is_logged_and_begins_again_until_it_succeeds()
    {
        var log = new KeptLog();
        var time = new HastyTime();
        using var service = new Failing(log, time, faults: 8);

        await service.StartAsync(TestContext.Current.CancellationToken);
        await service.ExecuteTask!;

        Assert.Equal(9, service.Runs);
        Assert.Equal(8, log.Faults.Count);
        Assert.All(log.Faults, fault => Assert.IsType<InvalidOperationException>(fault));
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], time.Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task A_service_that_is_asked_to_stop_does_not_begin_again()
    {
        var log = new KeptLog();
        using var service = new Failing(log, TimeProvider.System, faults: 0) { Waits = true };

        await service.StartAsync(TestContext.Current.CancellationToken);
        await service.Begun;
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, service.Runs);
        Assert.Empty(log.Faults);
    }

    [Fact]
    public void Every_service_of_the_server_endures() => Assert.All(
        typeof(EnduringService).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(BackgroundService)) && !type.IsAbstract),
        type =>
            Assert.True(
                type.IsAssignableTo(typeof(EnduringService)), $"{type.Name} would take the server down, or be gone, when it throws."));

    private sealed class Failing(ILogger logger, TimeProvider time, int faults) : EnduringService(logger, time)
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Waits { get; init; }

        public int Runs { get; private set; }

        public Task Begun => _begun.Task;

        protected override Task RunAsync(CancellationToken stoppingToken)
        {
            Runs++;
            _begun.TrySetResult();
            return Runs <= faults ? throw new InvalidOperationException("It broke.")
                : Waits ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken) : Task.CompletedTask;
        }
    }

    /// <summary>Remembers how long it was asked to wait, and does not.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    private sealed class KeptLog : ILogger
    {
        public List<Exception?> Faults { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Faults.Add(exception);
    }
}

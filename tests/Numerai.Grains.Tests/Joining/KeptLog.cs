using Microsoft.Extensions.Logging;

namespace Numerai.Grains.Tests.Joining;

/// <summary>Keeps the warnings that are logged, for tests that wait for one.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly List<(string Words, TaskCompletionSource Said)> _awaited = [];
    private string _text = string.Empty;

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text;
            }
        }
    }

    /// <summary>Until something with these words is logged, or has been.</summary>
    public Task SaysAsync(string words)
    {
        lock (_lock)
        {
            var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((words, said));
            Tell();
            return said.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Keeper(this);

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        lock (_lock)
        {
            _text += line + '\n';
            Tell();
        }
    }

    private void Tell()
    {
        foreach (var (_, said) in _awaited.Where(awaited => _text.Contains(awaited.Words, StringComparison.Ordinal)))
        {
            said.TrySetResult();
        }
    }

    private sealed class Keeper(KeptLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log.Add(formatter(state, exception));
            }
        }
    }
}

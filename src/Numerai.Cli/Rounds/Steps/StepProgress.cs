using Numerai.Contracts;
using Spectre.Console;

namespace Numerai.Cli.Rounds.Steps;

/// <summary>Shows how far a step is while it is waited for: a bar on a terminal, a line every ten seconds elsewhere.</summary>
internal sealed class StepProgress(IAnsiConsole console, TimeProvider time) : IProgress<RoundStepStatus>
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(10);

    private long _said = time.GetTimestamp();
    private ProgressTask? _bar;

    /// <summary>On the error stream: the output is the round.</summary>
    public static StepProgress OnErrorStream(TimeProvider time) => new(
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Interactive = Console.IsErrorRedirected ? InteractionSupport.No : InteractionSupport.Detect,
            Ansi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        }),
        time);

    /// <summary>Runs the work with a bar where the console can show one.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            return work();
        }

        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                _bar = context.AddTask("waiting for the server", maxValue: 1);
                return await work();
            });
    }

    public void Report(RoundStepStatus value)
    {
        var line = StepLine.Of(value);
        if (_bar is not null)
        {
            _bar.IsIndeterminate = value.Share is null;
            _bar.Value = value.Share ?? 0;
            _bar.Description = Markup.Escape(line);
        }
        else if (time.GetElapsedTime(_said) >= _between)
        {
            _said = time.GetTimestamp();
            console.Profile.Out.Writer.WriteLine(line);
        }
    }
}

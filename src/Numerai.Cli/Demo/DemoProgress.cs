using System.Globalization;
using Spectre.Console;

namespace Numerai.Cli.Demo;

/// <summary>Live progress: a bar on a terminal, a line now and then elsewhere.</summary>
internal sealed class DemoProgress(IAnsiConsole console, TimeProvider time) : IDemoProgress
{
    private const int LinesWithoutTerminal = 13;
    private readonly long _started = time.GetTimestamp();
    private ProgressTask? _bar;
    private int _lines;

    /// <summary>Runs the work with a bar where the console can show one.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            return work();
        }

        return console.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn())
            .StartAsync(async context =>
            {
                _bar = context.AddTask("starting", maxValue: 1);
                return await work();
            });
    }

    public void Say(string what)
    {
        if (_bar is not null)
        {
            _bar.Description = Markup.Escape(what);
        }
        else
        {
            Line(what);
        }
    }

    public void Advance(double share, DemoStep step)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{step.Time:yyyy-MM-dd}  round {step.Round}: {Describe(step)}");
        if (_bar is not null)
        {
            _bar.Value = share;
            _bar.Description = Markup.Escape(text);
        }
        else if (share * LinesWithoutTerminal >= _lines + 1)
        {
            _lines = (int)(share * LinesWithoutTerminal);
            Line($"{share,4:P0}  {text}");
        }
    }

    private static string Describe(DemoStep step) => step.Kind switch
    {
        DemoStepKind.Open => "opened, predictions uploaded",
        DemoStepKind.Close => "closed",
        DemoStepKind.Score => $"scored day {step.Day}",
        DemoStepKind.Resolve => "resolved",
        _ => step.Kind.ToString(),
    };

    private void Line(string text) =>
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{time.GetElapsedTime(_started).TotalSeconds,6:F1} s] {text}"));
}

using Numerai.Cli.Rounds.Steps;
using Numerai.Contracts;
using Numerai.Tournament.Actors.Clocks;
using Spectre.Console;

namespace Numerai.Cli.Tests.Rounds;

/// <summary>What somebody who waits for a step reads, recorded over the steps of a round's close and settlement.</summary>
public sealed class StepProgressTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    private static readonly (int Second, RoundStepStatus Step, string Line)[] _sequence =
    [
        (0, Of(RoundStep.Closing, RoundStage.Seal), "closing: seal"),
        (
            1, Of(RoundStep.Closing, RoundStage.Pin, 0, 10_000, state: RoundStepState.AwaitsMoney),
            "closing: waits until another round's money has moved"),
        (2, Of(RoundStep.Closing, RoundStage.Pin, 1, 10_000), "closing: accounts 1 of 10,000"),
        (42, Of(RoundStep.Closing, RoundStage.Pin, 4_096, 10_000, 102.4, 58), "closing: accounts 4,096 of 10,000, 102.4/s, 58 s left"),
        (100, Of(RoundStep.Closing, RoundStage.Pin, 10_000, 10_000, 102.4, 0), "closing: accounts 10,000 of 10,000"),
        (101, Of(RoundStep.Closing, RoundStage.Freeze), "closing: freeze"),
        (102, Of(RoundStep.Closing, RoundStage.MetaModel, 12, 40, 4, 7), "closing: meta model, shards 12 of 40, 4/s, 7 s left"),
        (
            115, Of(RoundStep.Scoring, RoundStage.Scores, 20, 40, 0.5, 40, day: 3),
            "scoring day 3: scores, shards 20 of 40, 0.5/s, 40 s left"),
        (
            116, Of(RoundStep.CarryingOver, RoundStage.Queue, 16, 900, 0.1, 8_840),
            "carrying over: submissions 16 of 900, 0.1/s, 148 min left"),
        (
            117, Of(RoundStep.Settling, RoundStage.Entries, state: RoundStepState.Failing, attempts: 1, error: "The disk is full."),
            "settling: entries, failed 1 time: The disk is full."),
        (
            130, Of(RoundStep.Settling, RoundStage.Reserve, state: RoundStepState.Refused, attempts: 2, error: "The treasury has 1 NMR."),
            "settling: reserve, refused: The treasury has 1 NMR."),
    ];

    [Fact]
    public void Every_standing_of_a_step_is_a_line() =>
        Assert.Equal(_sequence.Select(entry => entry.Line), _sequence.Select(entry => StepLine.Of(entry.Step)));

    [Fact]
    public async Task Where_there_is_no_terminal_a_line_is_said_every_ten_seconds()
    {
        var clock = new VirtualClock(_start);
        var said = new StringWriter();
        var progress = new StepProgress(Plain(said), clock);

        await progress.RunAsync(() =>
        {
            foreach (var (second, step, _) in _sequence)
            {
                clock.AdvanceTo(_start.AddSeconds(second));
                progress.Report(step);
            }

            return Task.FromResult(0);
        });

        Assert.Equal(
            [
                "closing: accounts 4,096 of 10,000, 102.4/s, 58 s left",
                "closing: accounts 10,000 of 10,000",
                "scoring day 3: scores, shards 20 of 40, 0.5/s, 40 s left",
                "settling: reserve, refused: The treasury has 1 NMR.",
            ],
            said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task On_a_terminal_it_is_a_bar_with_the_line_beside_it()
    {
        var shown = new StringWriter();
        var progress = new StepProgress(Terminal(shown), new VirtualClock(_start));

        await progress.RunAsync(() =>
        {
            progress.Report(_sequence[3].Step);
            return Task.FromResult(0);
        });

        Assert.Contains("closing: accounts 4,096 of 10,000, 102.4/s, 58 s left", shown.ToString(), StringComparison.Ordinal);
    }

    private static IAnsiConsole Plain(TextWriter output) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(output),
    });

    private static IAnsiConsole Terminal(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 200;
        return console;
    }

    private static RoundStepStatus Of(
        RoundStep step,
        RoundStage stage,
        int done = 0,
        int total = 0,
        double? rate = null,
        int? left = null,
        RoundStepState state = RoundStepState.Running,
        int? day = null,
        int attempts = 0,
        string? error = null) => new(
            new RoundId(TournamentId.Classic, 12), step, day, state, stage, _start, _start, _start, _start, done, total,
            total == 0 ? null : done / (double)total, rate,
            left, attempts, error is null ? null : new RoundStepError("round_step_failed", error), null, null);
}

using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds.Steps;

/// <summary>How far a step is, as a sentence: "closing: accounts 4,096 of 10,000, 102/s, 58 s left".</summary>
internal static class StepLine
{
    public static string Of(RoundStepStatus step) => $"{Name(step)}: {Standing(step)}";

    public static string Name(RoundStepStatus step) =>
        Format.Words(step.Step) + (step.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $" day {day}") : string.Empty);

    public static string Standing(RoundStepStatus step) => step.State switch
    {
        RoundStepState.AwaitsMoney => "waits until another round's money has moved",
        RoundStepState.Failing => string.Create(
            CultureInfo.InvariantCulture, $"{Stage(step)}, failed {step.Attempts} {(step.Attempts == 1 ? "time" : "times")}{Error(step)}"),
        RoundStepState.Refused => $"{Stage(step)}, refused{Error(step)}",
        _ => Progress(step),
    };

    private static string Progress(RoundStepStatus step)
    {
        if (step.Total == 0)
        {
            return Stage(step);
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{Unit(step.Stage)} {step.Done:N0} of {step.Total:N0}");
        return step is { PerSecond: { } rate, SecondsLeft: { } left } && step.Done < step.Total
            ? string.Create(CultureInfo.InvariantCulture, $"{line}, {rate:0.#}/s, {Time(left)} left")
            : line;
    }

    public static string Stage(RoundStepStatus step) => Format.Words(step.Stage);

    private static string Error(RoundStepStatus step) => step.LastError is { } error ? $": {error.Detail}" : string.Empty;

    private static string Unit(RoundStage stage) => stage switch
    {
        RoundStage.Pin or RoundStage.Pay or RoundStage.Free => "accounts",
        RoundStage.Queue => "submissions",
        _ => $"{Format.Words(stage)}, shards",
    };

    private static string Time(int seconds) => seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(seconds + 59) / 60} min");
}

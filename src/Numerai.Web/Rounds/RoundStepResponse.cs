using Numerai.Contracts;
using Numerai.Tournament.Rounds;

namespace Numerai.Web.Rounds;

/// <summary>What a round is in the middle of, and how far it is.</summary>
/// <param name="Day">The scoring day; null for other steps.</param>
/// <param name="Stage">The part of the step that the numbers are of.</param>
/// <param name="Started">When it was asked for.</param>
/// <param name="Due">When it was to happen, or when it was asked for if that was earlier; money moves in this order.</param>
/// <param name="Entered">When the stage began.</param>
/// <param name="Moved">When it last came on.</param>
/// <param name="Done">Accounts, shards or submissions of the stage that are done.</param>
/// <param name="Total">All of them; 0 where the stage is one piece.</param>
/// <param name="Share">Of the stage, 0 to 1; null where it is one piece.</param>
/// <param name="PerSecond">How many come on in a second; null before two have.</param>
/// <param name="SecondsLeft">Of the stage at that rate; null without one.</param>
/// <param name="Attempts">Failures in a row.</param>
/// <param name="LastError">What the last of them said; only for operators.</param>
/// <param name="NextAttempt">When it is tried again.</param>
/// <param name="Place">The silo that moved it last; only for operators.</param>
internal sealed record RoundStepResponse(
    RoundId Round,
    RoundStep Step,
    int? Day,
    RoundWorkState State,
    RoundStage Stage,
    DateTimeOffset Started,
    DateTimeOffset Due,
    DateTimeOffset Entered,
    DateTimeOffset Moved,
    int Done,
    int Total,
    double? Share,
    double? PerSecond,
    int? SecondsLeft,
    int Attempts,
    RoundStepError? LastError,
    DateTimeOffset? NextAttempt,
    string? Place)
{
    public static RoundStepResponse Of(RoundStepView step)
    {
        var rate = Rate(step);
        return new RoundStepResponse(
            step.Round,
            step.Step,
            step.Day,
            step.State,
            step.Stage,
            step.Started,
            step.Due,
            step.Entered,
            step.Moved,
            step.Done,
            step.Total,
            step.Total > 0 ? Math.Clamp(step.Done / (double)step.Total, 0, 1) : null,
            rate is { } known ? Math.Round(known, 2) : null,
            rate is { } speed && step.Total > 0 ? Left(step, speed) : null,
            step.Attempts,
            step.LastError is { } error ? new RoundStepError(error.Code, error.Message) : null,
            step.NextAttempt,
            step.Place);
    }

    /// <summary>Without what only operators see.</summary>
    public static RoundStepResponse Public(RoundStepView step) => Of(step) with { LastError = null, Place = null };

    private static int Left(RoundStepView step, double speed) =>
        (int)Math.Min(Math.Ceiling(Math.Max(step.Total - step.Done, 0) / speed), int.MaxValue);

    private static double? Rate(RoundStepView step)
    {
        var seconds = (step.Moved - step.Entered).TotalSeconds;
        return step.Done >= 2 && seconds > 0 ? step.Done / seconds : null;
    }
}

/// <summary>Why a step did not go on; the same two fields as in problem details.</summary>
internal sealed record RoundStepError(string Code, string Detail);

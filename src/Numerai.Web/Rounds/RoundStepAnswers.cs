using Numerai.Contracts;
using Numerai.Tournament.Rounds;

namespace Numerai.Web.Rounds;

/// <summary>Steps under way as REST tells of them.</summary>
internal static class RoundStepAnswers
{
    /// <summary>Without what only operators see.</summary>
    public static RoundStepStatus Answer(this RoundStepView step) => step.AnswerOperator() with { LastError = null, Place = null };

    public static RoundStepStatus AnswerOperator(this RoundStepView step)
    {
        var rate = Rate(step);
        return new RoundStepStatus(
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

    private static int Left(RoundStepView step, double speed) =>
        (int)Math.Min(Math.Ceiling(Math.Max(step.Total - step.Done, 0) / speed), int.MaxValue);

    private static double? Rate(RoundStepView step)
    {
        var seconds = (step.Moved - step.Entered).TotalSeconds;
        return step.Done >= 2 && seconds > 0 ? step.Done / seconds : null;
    }
}

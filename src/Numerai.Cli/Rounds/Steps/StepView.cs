using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds.Steps;

internal static class StepView
{
    public static DetailView<RoundStepStatus> Detail { get; } = new DetailView<RoundStepStatus>()
        .Field("round", step => step.Round.ToString())
        .Field("step", StepLine.Name)
        .Field("state", StepLine.Standing)
        .Field("stage", StepLine.Stage)
        .Field("since", step => Format.Time(step.Started))
        .Field("due", step => Format.Time(step.Due))
        .Field("moved", step => Format.Time(step.Moved))
        .Field("done", step => step.Total == 0 ? null : $"{Format.Number(step.Done)} of {Format.Number(step.Total)}")
        .Field("attempts", step => step.Attempts == 0 ? null : Format.Number(step.Attempts))
        .Field("last error", step => step.LastError is { } error ? $"{error.Code}: {error.Detail}" : null)
        .Field("next attempt", step => step.NextAttempt is { } next ? Format.Time(next) : null)
        .Field("silo", step => step.Place);

    public static TableView<RoundStepStatus> Table { get; } = new TableView<RoundStepStatus>("Nothing is under way.")
        .Text("round", step => step.Round.ToString())
        .Text("step", StepLine.Name)
        .Text("state", StepLine.Standing)
        .Text("since", step => Format.Time(step.Started))
        .Text("moved", step => Format.Time(step.Moved))
        .Number("attempts", step => Format.Number(step.Attempts))
        .Text("silo", step => step.Place ?? "-");
}

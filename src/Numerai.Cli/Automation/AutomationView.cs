using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Automation;

internal static class AutomationView
{
    public static DetailView<Contracts.Automation> Detail { get; } = new DetailView<Contracts.Automation>()
        .Field("tournament", automation => Format.Number(automation.Tournament))
        .Field("automation", automation => automation.Enabled ? "on" : "off")
        .Field("feed", automation => automation.Feed)
        .Field("prefix", automation => automation.Prefix)
        .Field("waiting", automation => string.Join("; ", automation.Waiting));

    public static TableView<AutomationStep> Steps { get; } = new TableView<AutomationStep>("Nothing was done yet.")
        .Text("step", step => step.Step.ToString().ToLowerInvariant())
        .Number("round", step => step.Round == 0 ? string.Empty : Format.Number(step.Round))
        .Number("day", step => step.Day == 0 ? string.Empty : Format.Number(step.Day))
        .Text("due", step => Format.Time(step.Due))
        .Text("done", step => Format.Time(step.Done));
}

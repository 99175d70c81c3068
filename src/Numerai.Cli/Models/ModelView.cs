using Numerai.Cli.CommandLine;
using Numerai.Contracts;

namespace Numerai.Cli.Models;

internal static class ModelView
{
    public static DetailView<Model> Detail { get; } = new DetailView<Model>()
        .Field("model", model => model.Name)
        .Field("id", model => model.Id.ToString())
        .Field("tournament", model => model.Tournament.ToString())
        .Field("owner", model => model.Username)
        .Field("created", model => Format.Time(model.Created))
        .Field("stake", model => $"{model.Stake} NMR")
        .Field("pending", model => $"{model.Pending} NMR")
        .Field(
            "latest submission",
            model => model.LatestSubmission is { } latest
                ? $"{Format.Time(latest.Received)}, round {latest.Round?.ToString() ?? "to come"}"
                : null);

    public static TableView<Model> Table { get; } = new TableView<Model>("There are no such models.")
        .Text("model", model => model.Name)
        .Number("tournament", model => model.Tournament.ToString())
        .Text("owner", model => model.Username)
        .Number("stake", model => model.Stake.ToString())
        .Text("id", model => model.Id.ToString());
}

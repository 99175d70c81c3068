using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster;

/// <summary>A silo as <c>cluster status</c> shows it.</summary>
internal sealed record SiloView(int Silo, int? ProcessId, string State, string Url)
{
    public static TableView<SiloView> Table { get; } = new TableView<SiloView>("No silos.")
        .Number("silo", view => Format.Number(view.Silo))
        .Number("process", view => view.ProcessId is { } id ? Format.Number(id) : "-")
        .Text("state", view => view.State)
        .Text("url", view => view.Url);
}

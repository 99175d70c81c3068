using System.CommandLine;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster;

/// <summary>A command about the cluster in a folder.</summary>
internal abstract class ClusterCommand : CliCommand
{
    private readonly Option<string> _folder = new("--folder")
    {
        Description = "Folder of the cluster: its database, and a folder for each silo.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "numerai-cluster",
    };

    protected ClusterCommand(string name, string description)
        : base(name, description) => Options.Add(_folder);

    protected string Folder(CommandContext context) => context.Get(_folder)!;

    /// <summary>Prints where the silos are and how they are.</summary>
    protected static async Task ShowAsync(LocalCluster cluster, CommandContext context)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var rows = await Task.WhenAll(cluster.Silos.Select(async silo => new SiloView(
            silo.Number,
            silo.ProcessId,
            silo.ProcessId is null ? "down" : await silo.IsReadyAsync(http, context.Cancellation) ? "ready" : "not ready",
            silo.Url)));
        context.Output.WriteTable(rows, SiloView.Table);
    }
}

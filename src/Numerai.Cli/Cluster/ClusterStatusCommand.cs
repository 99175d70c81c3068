using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster;

internal sealed class ClusterStatusCommand() : ClusterCommand("status", "Which silos run and answer.")
{
    protected override async Task<int> RunAsync(CommandContext context)
    {
        var cluster = LocalCluster.In(Folder(context), context.Time);
        await ShowAsync(cluster, context);
        context.Output.Say($"PostgreSQL: {(await cluster.DatabaseRunsAsync() ? "running" : "down")}");
        return ExitCodes.Done;
    }
}

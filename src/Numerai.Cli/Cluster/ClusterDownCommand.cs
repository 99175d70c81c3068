using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster;

internal sealed class ClusterDownCommand() : ClusterCommand(
    "down", "Stop the silos, then their PostgreSQL. Everything is kept in the folder.")
{
    protected override async Task<int> RunAsync(CommandContext context)
    {
        await LocalCluster.In(Folder(context), context.Time).DownAsync(context.Cancellation);
        context.Output.Say("The cluster is down; `cluster up` starts it again.");
        return ExitCodes.Done;
    }
}

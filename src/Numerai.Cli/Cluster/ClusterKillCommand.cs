using System.CommandLine;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster;

internal sealed class ClusterKillCommand : ClusterCommand
{
    private readonly Argument<int> _number = new("silo") { Description = "Number of the silo." };

    public ClusterKillCommand()
        : base("kill", "Kill a silo (as kill -9 does), to see the others go on; `cluster up` starts it again.") => Arguments.Add(_number);

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var number = context.Get(_number);
        var cluster = LocalCluster.In(Folder(context), context.Time);
        if (number < 1 || number > cluster.Silos.Count)
        {
            await Console.Error.WriteLineAsync($"usage: the cluster has silos 1 to {cluster.Silos.Count}, not {number}.");
            return ExitCodes.Usage;
        }

        context.Output.Say(cluster.Silos[number - 1].Kill() ? $"Silo {number} is killed." : $"Silo {number} was down already.");
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;

namespace Numerai.Cli.Cluster;

internal sealed class ClusterUpCommand : ClusterCommand
{
    private readonly Option<int> _silos = new("--silos") { Description = "How many silos.", HelpName = "N", DefaultValueFactory = _ => 3 };

    public ClusterUpCommand()
        : base("up", "Start a cluster on this machine: a private PostgreSQL and N silos. What runs already is left alone.") =>
            Options.Add(_silos);

    protected override async Task<int> RunAsync(CommandContext context)
    {
        if (context.Get(_silos) is < 1 or > 32)
        {
            await Console.Error.WriteLineAsync("usage: --silos lies between 1 and 32.");
            return ExitCodes.Usage;
        }

        var cluster = LocalCluster.Make(Folder(context), context.Get(_silos), context.Time);
        await cluster.UpAsync(context.Cancellation);
        await ShowAsync(cluster, context);
        context.Output.Say(
            $"Operator's key: {Path.Combine(cluster.Silos[0].Folder, "operator.json")}; dashboard, with that key as name and password: "
                + $"{cluster.Silos[0].Url}/dashboard");
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Storage.Postgres;

namespace Numerai.Cli.Cluster;

/// <summary>From one machine to a cluster: everything a stopped server has, its API keys included.</summary>
internal sealed class ClusterImportCommand : ClusterCommand
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "Data folder of a stopped single-machine server.",
        HelpName = "FOLDER",
        Required = true,
    };

    private readonly Option<string?> _postgres = new("--postgresql")
    {
        Description = "An empty database of a server of yours, instead of a new cluster on this machine.",
        HelpName = "CONNECTION",
    };

    public ClusterImportCommand()
        : base("import", "Move the data of a single-machine server into a new cluster.")
    {
        Options.Add(_data);
        Options.Add(_postgres);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var data = Path.GetFullPath(context.Get(_data)!);
        var secret = (await File.ReadAllTextAsync(Path.Combine(data, "server.secret"), context.Cancellation)).Trim();
        var connection = context.Get(_postgres) ?? await LocalCluster.MakeWithSecret(Folder(context), secret).StartDatabaseAsync();
        await using var database = await PostgresDatabase.OpenAsync(connection);
        int moved;
        try
        {
            moved = await new PostgresImport(database).RunAsync(data);
        }
        catch (InvalidOperationException refused)
        {
            await Console.Error.WriteLineAsync($"database_not_empty: {refused.Message}");
            return ExitCodes.Refused;
        }

        context.Output.Say($"{moved} rows, objects and files are moved.");
        context.Output.Say(context.Get(_postgres) is null
            ? $"`numerai cluster up --folder {Folder(context)}` starts the cluster."
            : "Start its silos with Silo__Secret set to the content of server.secret, or no API key is recognised.");
        return ExitCodes.Done;
    }
}

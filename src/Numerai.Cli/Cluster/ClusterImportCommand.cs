using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Storage.Files;
using Numerai.Storage.Postgres;

namespace Numerai.Cli.Cluster;

/// <summary>From one machine to a cluster: everything a stopped server has, its API keys included.</summary>
internal sealed class ClusterImportCommand : ClusterCommand
{
    private const string SecretFile = "server.secret";

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
        if (!File.Exists(Path.Combine(data, SecretFile)))
        {
            await Console.Error.WriteLineAsync(
                $"file_not_found: '{data}' has no {SecretFile}, so it is not a server's data folder; name the folder that `numerai serve "
                    + "--data` was given.");
            return ExitCodes.Refused;
        }

        // Until the import is over no server may run on the folder: what it then took in would be in neither place.
        using var stopped = DataFolderLock.Take(data);
        if (ClockMark.Read(data) is { } clock)
        {
            await Console.Error.WriteLineAsync(
                $"data_folder_virtual_clock: '{data}' lives on a virtual clock, which stands at {Format.Time(clock)}, and a cluster runs "
                    + "on real time: its rounds would jump to today. Import the folder of a server that ran without --virtual-clock.");
            return ExitCodes.Refused;
        }

        var secret = (await File.ReadAllTextAsync(Path.Combine(data, SecretFile), context.Cancellation)).Trim();
        var connection = context.Get(_postgres)
            ?? await LocalCluster.MakeWithSecret(Folder(context), secret, context.Time).StartDatabaseAsync();
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

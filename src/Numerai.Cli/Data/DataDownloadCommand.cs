using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;

namespace Numerai.Cli.Data;

internal sealed class DataDownloadCommand : ApiCommand
{
    private readonly Argument<string> _name = new("name")
    {
        Description = "Such as v5.2/train.parquet; v5.2/live.parquet is the open round's.",
    };

    private readonly Argument<string?> _destination = new("destination")
    {
        Description = "File to write; without it the name as given, below the current folder.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public DataDownloadCommand()
        : base("download", "Download a data file, going on where an earlier attempt was cut off, and check its hash.")
    {
        Arguments.Add(_name);
        Arguments.Add(_destination);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var name = context.Get(_name);
        var destination = context.Get(_destination) ?? name;
        var file = await client.Datasets.DownloadDatasetAsync(name, destination, new TransferBar(name), context.Cancellation);
        if (context.Output.IsJson)
        {
            Output.WriteJson(file);
        }

        context.Output.Say($"{destination}: {Format.Bytes(file.Length)}, SHA-256 {file.Sha256}");
        if (file.Round is { } round)
        {
            context.Output.Say($"{name} is {file.File} of round {round}. {file.Note}".TrimEnd());
        }
    }
}

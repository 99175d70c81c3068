using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Datasets;

namespace Numerai.Cli.Data;

internal sealed class DataListCommand() : ApiCommand("list", "All published data files.")
{
    private static readonly TableView<DatasetFile> _view = new TableView<DatasetFile>("No data was published yet.")
        .Text("name", file => file.Name)
        .Text("of round", file => file.Round)
        .Number("size", file => Format.Bytes(file.Length))
        .Text("published", file => Format.Time(file.Published))
        .Text("sha-256", file => file.Sha256[..16]);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await client.Datasets.ListAsync(context.Cancellation), _view);
}

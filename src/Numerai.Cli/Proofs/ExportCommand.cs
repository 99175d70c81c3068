using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Verification;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Proofs;

internal sealed class ExportCommand : ApiCommand
{
    private static readonly DetailView<ExportManifest> _view = new DetailView<ExportManifest>()
        .Field("checkpoint", manifest => Format.Number(manifest.Checkpoint))
        .Field("hash", manifest => manifest.CheckpointHash)
        .Field("files", manifest => Format.Number(manifest.Files.Length))
        .Field("size", manifest => Format.Bytes(manifest.Files.Sum(file => file.Bytes)));

    private readonly Argument<string> _folder = new("folder") { Description = "Where the export goes; an earlier one there is replaced." };
    private readonly Option<bool> _parquet = new("--parquet")
    {
        Description = "Write the ledger and the settlements as Parquet tables, too.",
    };

    private readonly Option<bool> _inputs = new("--inputs")
    {
        Description = "Write everything that scores are computed from, too (live data, benchmarks, neutralizers, weights, meta models): "
            + "for `verify --export`.",
    };

    public ExportCommand()
        : base("export", "Write everything public that the newest checkpoint covers to plain files, for `audit` or a checker of your own.")
    {
        Arguments.Add(_folder);
        Options.Add(_parquet);
        Options.Add(_inputs);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var folder = context.Get(_folder);
        var manifest = await new ExportWriter(new ClientExportSource(client), folder, context.Get(_inputs)).WriteAsync(context.Cancellation)
            ?? throw new CheckRefusedException(
                CheckRefusedException.CheckpointNotFound,
                "The server has made no checkpoint yet, so there is nothing to export; it makes one a day, the operator any time by "
                    + "`numerai checkpoint make`.");
        if (context.Get(_parquet))
        {
            await ParquetTables.WriteAsync(folder, context.Cancellation);
        }

        context.Output.Write(manifest, _view);
    }
}

using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Proofs;

namespace Numerai.Cli.Proofs;

internal sealed class CheckpointListCommand : ApiCommand
{
    private static readonly TableView<Checkpoint> _view = new TableView<Checkpoint>("There is no checkpoint yet.")
        .Number("number", checkpoint => Format.Number(checkpoint.Number))
        .Text("time", checkpoint => checkpoint.Time[..16].Replace('T', ' ') + "Z")
        .Number("entries", checkpoint => checkpoint.Entries.ToString(CultureInfo.InvariantCulture))
        .Number("commitments", checkpoint => checkpoint.Commitments.ToString(CultureInfo.InvariantCulture))
        .Number("chains", checkpoint => Format.Number(checkpoint.Chains))
        .Text("hash", checkpoint => checkpoint.Hash);

    private readonly Option<int?> _limit = CommonOptions.Limit();
    private readonly Option<int?> _offset = CommonOptions.Offset();

    public CheckpointListCommand()
        : base("list", "Checkpoints over all chains, newest first.")
    {
        Options.Add(_limit);
        Options.Add(_offset);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) => context.Output.Write(
        await client.Proofs.ListCheckpointsAsync(context.Get(_limit), context.Get(_offset), context.Cancellation), _view);
}

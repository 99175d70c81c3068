using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Proofs;

namespace Numerai.Cli.Proofs;

internal sealed class CheckpointMakeCommand() : ApiCommand("make", "Make a checkpoint now (operator).")
{
    private static readonly DetailView<Checkpoint> _view = new DetailView<Checkpoint>()
        .Field("checkpoint", checkpoint => Format.Number(checkpoint.Number))
        .Field("time", checkpoint => checkpoint.Time)
        .Field("covers", checkpoint => $"{checkpoint.Entries} entries, {checkpoint.Commitments} commitments, {checkpoint.Chains} chains")
        .Field("heads root", checkpoint => checkpoint.HeadsRoot)
        .Field("hash", checkpoint => checkpoint.Hash);

    protected override async Task RunAsync(NumeraiClient client, CommandContext context) =>
        context.Output.Write(await client.Proofs.MakeCheckpointAsync(context.Cancellation), _view);
}

using System.CommandLine;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Proofs;

internal sealed class CheckpointProveCommand : ApiCommand
{
    public static DetailView<ChainProof> View { get; } = new DetailView<ChainProof>()
        .Field("chain", proof => proof.Chain)
        .Field("covered", proof => $"{proof.Sequence} links, up to the one with the hash {proof.Hash}")
        .Field(
            "position",
            proof =>
                $"{Format.Number(proof.Index + 1)} of {Format.Number(proof.Checkpoint.Chains)}, path of "
                    + $"{Format.Number(proof.Path.Length)} hashes")
        .Field("checkpoint", proof => $"{Format.Number(proof.Checkpoint.Number)} of {proof.Checkpoint.Time}")
        .Field("hash", proof => proof.Checkpoint.Hash);

    private readonly Option<string?> _chain = new("--chain")
    {
        Description = "`participant/ACCOUNT-ID` or the id alone, `treasury`, or a round's commitments `round/8/1`; without it your own.",
        HelpName = "NAME",
    };

    private readonly Option<int?> _checkpoint = new("--checkpoint")
    {
        Description = "Number of the checkpoint; without it the newest.",
        HelpName = "NUMBER",
    };
    private readonly Option<string?> _out = new("--out") { Description = "File to write the document to.", HelpName = "FILE" };

    public CheckpointProveCommand()
        : base("prove", "That a checkpoint covers an account's chain, as a document that proves itself.")
    {
        Options.Add(_chain);
        Options.Add(_checkpoint);
        Options.Add(_out);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var chain = context.Get(_chain) ?? (await client.Accounts.GetAsync(context.Cancellation)).Id.ToString();
        var answer = await client.Proofs.GetChainProofAsync(
            Guid.TryParse(chain, out var account) ? $"participant/{account}" : chain, context.Get(_checkpoint), context.Cancellation);
        var proof = answer.Deserialize<ChainProof>(ExportFormat.Json)!;
        if (context.Get(_out) is { } path)
        {
            await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(proof, ExportFormat.Json), context.Cancellation);
        }

        context.Output.Write(proof, View);
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Verification.Claims;

namespace Numerai.Cli.Proofs;

internal sealed class CheckpointCheckCommand : CliCommand
{
    private readonly Argument<string> _file = new("file") { Description = "A chain proof, as `numerai checkpoint prove` writes it." };
    private readonly Option<string?> _checkpoint = new("--checkpoint")
    {
        Description = "Hash of the checkpoint as you know it from elsewhere.",
        HelpName = "HASH",
    };

    public CheckpointCheckCommand()
        : base("check", "Check a chain proof without asking anyone. Ends with 4 when it does not prove what it says.")
    {
        Arguments.Add(_file);
        Options.Add(_checkpoint);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var proof = await ProofFile.ReadAsync<ChainProof>(context.Get(_file), "chain proof", context.Cancellation);
        context.Output.Write(proof, CheckpointProveCommand.View);
        if (proof.Check(context.Get(_checkpoint)) is { } wrong)
        {
            await Console.Error.WriteLineAsync($"chain_proof_wrong: {wrong}");
            return ExitCodes.NotVerified;
        }

        context.Output.Say("proven  the chain's head is under the checkpoint");
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Verification.Claims;

namespace Numerai.Cli.Proofs;

internal sealed class ClaimCheckCommand : CliCommand
{
    private readonly Argument<string> _file = new("file") { Description = "A claim document." };
    private readonly Option<string?> _commitment = new("--commitment")
    {
        Description = "Hash of the round's commitment to the settlement root, as you know it from elsewhere.",
        HelpName = "HASH",
    };

    public ClaimCheckCommand()
        : base("check", "Check a claim document without asking anyone. Ends with 4 when it does not prove what it says.")
    {
        Arguments.Add(_file);
        Options.Add(_commitment);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var claim = await ProofFile.ReadAsync<ClaimDocument>(context.Get(_file), "claim document", context.Cancellation);
        context.Output.Write(claim, ClaimGetCommand.View);
        if (claim.Check(context.Get(_commitment)) is { } wrong)
        {
            await Console.Error.WriteLineAsync($"claim_wrong: {wrong}");
            return ExitCodes.NotVerified;
        }

        context.Output.Say("proven  the leaf is under the root that the round committed to");
        return ExitCodes.Done;
    }
}

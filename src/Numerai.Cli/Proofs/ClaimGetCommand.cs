using System.CommandLine;
using System.Text.Json;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Verification.Claims;
using Numerai.Verification.Exports;

namespace Numerai.Cli.Proofs;

internal sealed class ClaimGetCommand : ApiCommand
{
    public static DetailView<ClaimDocument> View { get; } = new DetailView<ClaimDocument>()
        .Field("round", claim => claim.Round)
        .Field("model", claim => claim.Model)
        .Field("leaf", claim => claim.Leaf)
        .Field(
            "position",
            claim =>
                $"{Format.Number(claim.Index + 1)} of {Format.Number(claim.LeafCount)}, path of {Format.Number(claim.Path.Length)} hashes")
        .Field("root", claim => claim.Root)
        .Field(
            "committed",
            claim => $"{claim.Commitment.Time}, link {Format.Number(claim.Commitment.Sequence)} with the hash {claim.Commitment.Hash}");

    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Argument<string> _model = CommonOptions.Model();
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<string?> _out = new("--out") { Description = "File to write the document to.", HelpName = "FILE" };

    public ClaimGetCommand()
        : base("get", "What a settled round owes a model, as a document that proves itself.")
    {
        Arguments.Add(_number);
        Arguments.Add(_model);
        Options.Add(_tournament);
        Options.Add(_out);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var answer = await client.Proofs.GetClaimAsync(
            context.Get(_tournament), context.Get(_number), context.Get(_model), context.Cancellation);
        var claim = answer.Deserialize<ClaimDocument>(ExportFormat.Json)!;
        if (context.Get(_out) is { } path)
        {
            await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(claim, ExportFormat.Json), context.Cancellation);
        }

        context.Output.Write(claim, View);
    }
}

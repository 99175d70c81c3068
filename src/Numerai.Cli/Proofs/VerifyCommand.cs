using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Verification.Exports;
using Numerai.Verification.Submissions;
using Commitment = Numerai.Client.Proofs.Commitment;
using LedgerEntry = Numerai.Client.Ledger.LedgerEntry;

namespace Numerai.Cli.Proofs;

internal sealed class VerifyCommand : CliCommand
{
    private static readonly TableView<VerificationCheck> _checks = new TableView<VerificationCheck>("Nothing was checked.")
        .Text("what", check => check.Subject)
        .Text(string.Empty, check => check.Holds switch { true => "holds", false => "DIFFERS", null => "-" })
        .Text("published", check => Short(check.Published))
        .Text("computed", check => Short(check.Computed ?? "-"))
        .Text("note", check => check.Note);

    private readonly Argument<int> _number = CommonOptions.Round();
    private readonly Argument<string> _model = CommonOptions.Model();
    private readonly Argument<string> _file = new("file") { Description = "The file that you submitted, byte for byte." };
    private readonly Option<int> _tournament = CommonOptions.Tournament();
    private readonly Option<string?> _export = new("--export")
    {
        Description = "An export made by `numerai export --inputs`, to ask no server; the model is then named by its id.",
        HelpName = "FOLDER",
    };

    public VerifyCommand()
        : base("verify", "Compute your scores, your payout or burn and its place in the settlement again, from your own file. Ends with 4 when anything differs.")
    {
        Arguments.Add(_number);
        Arguments.Add(_model);
        Arguments.Add(_file);
        Options.Add(_tournament);
        Options.Add(_export);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var file = await File.ReadAllBytesAsync(context.Get(_file), context.Cancellation);
        var (evidence, model) = await GatherAsync(context);
        var verification = SubmissionVerifier.Run(evidence, model, file);
        context.Output.Write(verification, Detail);
        context.Output.WriteTable(verification.Checks, _checks);
        if (verification.FirstOff is { } off)
        {
            await Console.Error.WriteLineAsync($"{off.Code}: {off.Subject} is published as {off.Published}, but comes to {off.Computed ?? "nothing"} ({off.Note}).");
            return ExitCodes.NotVerified;
        }

        return ExitCodes.Done;
    }

    private async Task<(RoundEvidence Evidence, string Model)> GatherAsync(CommandContext context)
    {
        var (tournament, number, named) = (context.Get(_tournament), context.Get(_number), context.Get(_model));
        if (context.Get(_export) is { } folder)
        {
            return (ExportEvidence.Read(folder, $"{tournament}/{number}", named), named);
        }

        using var client = context.Connect();
        var model = (await client.Models.GetAsync(named, tournament, context.Cancellation)).Id.ToString();
        return (await DownloadAsync(client, tournament, number, model, context.Cancellation), model);
    }

    private static DetailView<SubmissionVerification> Detail { get; } = new DetailView<SubmissionVerification>()
        .Field("round", verification => verification.Round)
        .Field("model", verification => verification.Model)
        .Field("verified", verification => verification.Verified ? "yes" : "NO: " + Subjects(verification, false))
        .Field("as committed", verification => Subjects(verification, null) is { Length: > 0 } taken ? taken : null)
        .Field("paid", verification => $"{verification.Paid} wei")
        .Field("burned", verification => $"{verification.Burned} wei");

    private static async Task<RoundEvidence> DownloadAsync(NumeraiClient client, int tournament, int number, string model, CancellationToken cancellation)
    {
        var commitments = (await client.Proofs.GetCommitmentsAsync(tournament, number, cancellation))
            .Select(ClientExportSource.Convert<Commitment, CommitmentLine>).ToImmutableArray();
        var documents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var link in RoundFiles.In(commitments, inputs: true))
        {
            documents.Add(link.Kind, await client.Proofs.GetDocumentAsync(tournament, number, link.Kind, link.Day, cancellation));
        }

        var leaves = documents.Count > 0 ? Encoding.UTF8.GetString(await client.Proofs.GetLeavesAsync(tournament, number, cancellation)) : string.Empty;
        var staker = RoundEvidence.StakerOf(documents, model);
        return new RoundEvidence(
            $"{tournament}/{number}",
            commitments,
            documents,
            [.. leaves.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            staker is null ? [] : await EntriesAsync(client, $"participant/{staker}", cancellation));
    }

    private static async Task<ImmutableArray<LedgerLine>> EntriesAsync(NumeraiClient client, string chain, CancellationToken cancellation)
    {
        const int PageSize = 5000;
        var lines = ImmutableArray.CreateBuilder<LedgerLine>();
        for (var more = true; more;)
        {
            var page = await client.Ledger.ListAsync(chain, PageSize, lines.Count, cancellation);
            lines.AddRange(page.Items.Select(Line));
            more = page.More;
        }

        return lines.ToImmutable();
    }

    /// <summary>The entry as it is hashed: the reason in the case of its name, the amount in wei.</summary>
    private static LedgerLine Line(LedgerEntry entry) => new(
        entry.Chain,
        entry.Sequence,
        entry.Transfer,
        string.Concat(entry.Reason.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
        entry.Debit,
        entry.Credit,
        entry.Amount.Wei.ToString(System.Globalization.CultureInfo.InvariantCulture),
        entry.Round ?? string.Empty,
        entry.Time,
        entry.Previous,
        entry.Hash);

    private static string Subjects(SubmissionVerification verification, bool? holds) => string.Join(
        ", ", verification.Checks.Where(check => check.Holds == holds && check.Subject != "payout factor").Select(check => check.Subject));

    private static string Short(string text) => text.Length > 40 ? text[..16] + "..." + text[^16..] : text;
}

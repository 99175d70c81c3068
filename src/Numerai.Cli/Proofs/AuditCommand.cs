using System.CommandLine;
using System.Globalization;
using Numerai.Cli.CommandLine;
using Numerai.Verification.Audits;

namespace Numerai.Cli.Proofs;

internal sealed class AuditCommand : CliCommand
{
    private static readonly DetailView<AuditReport> _view = new DetailView<AuditReport>()
        .Field("audit", report => report.Clean ? "everything holds" : $"{Number(report.Found)} findings")
        .Field("checkpoint", report => report.CheckpointHash)
        .Field("ledger", report => $"{Number(report.Entries)} entries in {Number(report.Chains)} chains")
        .Field("commitments", report => $"{Number(report.Commitments)}, checkpoints {Number(report.Checkpoints)}")
        .Field("settlements", report => $"{Number(report.Leaves)} payouts and burns of {Number(report.Settled)} rounds computed again")
        .Field(
            "documents",
            report =>
                Documents(report, document => document.Computed) is { Length: > 0 } computed
                    ? $"used for that or computed again: {computed}"
                    : null)
        .Field(
            string.Empty,
            report =>
                Documents(report, document => document.ByHash) is { Length: > 0 } hashed
                    ? $"as committed to, by hash alone: {hashed}"
                    : null)
        .Field("balances (wei)", report => string.Join(", ", report.Balances.Select(balance => $"{balance.Key} {balance.Value}")))
        .Field(
            "first finding",
            report => report.Clean ? null : $"{report.Findings[0].Code} at {report.Findings[0].Where}: {report.Findings[0].Message}");

    private static readonly TableView<AuditFinding> _findings = new TableView<AuditFinding>("No findings.")
        .Text("code", finding => finding.Code)
        .Text("where", finding => finding.Where)
        .Text("what", finding => finding.Message);

    private readonly Argument<string> _folder = new("folder") { Description = "An export, as `numerai export` writes it." };
    private readonly Option<string?> _checkpoint = new("--checkpoint")
    {
        Description = "Hash of the export's last checkpoint as you know it from elsewhere.",
        HelpName = "HASH",
    };

    public AuditCommand()
        : base(
            "audit",
            "Compute everything in an export again: chains, checkpoints, roots, every payout and burn, the supply. Ends with 4 when "
                + "anything is off.")
    {
        Arguments.Add(_folder);
        Options.Add(_checkpoint);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var report = ExportAudit.Run(context.Get(_folder));
        if (context.Get(_checkpoint) is { } trusted && trusted != report.CheckpointHash)
        {
            var other = new AuditFinding(
                AuditCodes.CheckpointLinkBroken, "export.json",
                $"The export ends with checkpoint {report.CheckpointHash}; the one you know is {trusted}.");
            report = report with { Found = report.Found + 1, Findings = report.Findings.Insert(0, other) };
        }

        context.Output.Write(report, _view);
        context.Output.WriteTable(report.Findings, _findings);
        if (report.Clean)
        {
            return ExitCodes.Done;
        }

        await Console.Error.WriteLineAsync($"{report.Findings[0].Code}: {report.Findings[0].Where}: {report.Findings[0].Message}");
        return ExitCodes.NotVerified;
    }

    private static string Documents(AuditReport report, Func<CheckedDocuments, int> count) => string.Join(
        ", ", report.Documents.Where(document => count(document) > 0)
            .Select(document => $"{Number(count(document))} {document.Kind.Replace('_', ' ')}"));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

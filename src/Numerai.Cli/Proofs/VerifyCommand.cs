using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Verification.Submissions;

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

    private readonly Option<string?> _idMap = new("--id-map")
    {
        Description = "The operator's map from the ids of the round before, for whoever is shown it: what was carried over is then "
            + "computed, too.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _files = new("--files")
    {
        Description = "A folder with everybody's submissions, for whoever is shown them: MCWNM and APCWNM are then computed, too. Files "
            + "are known by their hash.",
        HelpName = "FOLDER",
    };

    public VerifyCommand()
        : base(
            "verify",
            "Compute your scores, your payout or burn and its place in the settlement again, from your own file. Ends with 4 when "
                + "anything differs.")
    {
        Arguments.Add(_number);
        Arguments.Add(_model);
        Arguments.Add(_file);
        Options.Add(_tournament);
        Options.Add(_export);
        Options.Add(_idMap);
        Options.Add(_files);
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        var file = await File.ReadAllBytesAsync(context.Get(_file), context.Cancellation);
        var (evidence, model) = await GatherAsync(context);
        var verification = SubmissionVerifier.Run((evidence with { IdMap = Shown(context) }).WithFiles(Submissions(context)), model, file);
        context.Output.Write(verification, Detail);
        context.Output.WriteTable(verification.Checks, _checks);
        if (verification.FirstOff is { } off)
        {
            await Console.Error.WriteLineAsync(
                $"{off.Code}: {off.Subject} is published as {off.Published}, but comes to {off.Computed ?? "nothing"} ({off.Note}).");
            return ExitCodes.NotVerified;
        }

        return ExitCodes.Done;
    }

    private byte[]? Shown(CommandContext context) => context.Get(_idMap) is { } map ? File.ReadAllBytes(map) : null;

    private IEnumerable<byte[]> Submissions(CommandContext context) =>
        context.Get(_files) is { } folder
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)
            : [];

    private async Task<(RoundEvidence Evidence, string Model)> GatherAsync(CommandContext context)
    {
        var (tournament, number, named) = (context.Get(_tournament), context.Get(_number), context.Get(_model));
        if (context.Get(_export) is { } folder)
        {
            return (ExportEvidence.Read(folder, $"{tournament}/{number}", named), named);
        }

        using var client = context.Connect();
        var model = (await client.Models.GetAsync(named, tournament, context.Cancellation)).Id.ToString();
        return (await RoundDownload.RunAsync(client, tournament, number, model, context.Cancellation), model);
    }

    private static DetailView<SubmissionVerification> Detail { get; } = new DetailView<SubmissionVerification>()
        .Field("round", verification => verification.Round)
        .Field("model", verification => verification.Model)
        .Field("verified", verification => verification.Verified ? "yes" : "NO: " + Subjects(verification, false))
        .Field("as committed", verification => Subjects(verification, null) is { Length: > 0 } taken ? taken : null)
        .Field("paid", verification => $"{verification.Paid} wei")
        .Field("burned", verification => $"{verification.Burned} wei");

    private static string Subjects(SubmissionVerification verification, bool? holds) => string.Join(
        ", ", verification.Checks.Where(check => check.Holds == holds && check.Subject != "payout factor").Select(check => check.Subject));

    private static string Short(string text) => text.Length > 40 ? text[..16] + "..." + text[^16..] : text;
}

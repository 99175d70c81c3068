using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Contracts;
using Numerai.Data.Keys;
using Numerai.Data.Releases;
using Numerai.Data.Releases.Appending;

namespace Numerai.Cli.Releases;

internal sealed class ReleaseVerifyCommand : CliCommand
{
    private static readonly TableView<ReleaseProblem> _view = new TableView<ReleaseProblem>("Whole: every file is as its manifest says.")
        .Text("code", problem => problem.Code)
        .Text("file", problem => problem.File)
        .Text("what", problem => problem.Message);

    private readonly Argument<string> _folder = new("folder")
    {
        Description = "A public folder as downloaded, or the operator's whole release.",
    };

    private readonly Option<string?> _publicKey = new("--public-key")
    {
        Description = "The operator's public key file: also check that it signed every manifest.",
        HelpName = "FILE",
    };

    public ReleaseVerifyCommand()
        : base("verify", "Check the files of a release against its manifests, offline.")
    {
        Arguments.Add(_folder);
        Options.Add(_publicKey);
    }

    protected override Task<int> RunAsync(CommandContext context)
    {
        var key = context.Get(_publicKey) is { } path ? PublicSigningKey.Load(path) : null;
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(context.Get(_folder)));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        }

        var release = Directory.Exists(Path.Combine(folder, "operator")) ? Release.Open(folder) : null;
        var publicFolder = release?.PublicFolder ?? folder;
        var problems = ReleaseVerifier.Verify(publicFolder, key).ToList();
        if (release is not null)
        {
            problems.AddRange(
                ReleaseVerifier.Verify(release.OperatorFolder).Select(problem => problem with { File = $"operator/{problem.File}" }));
        }

        context.Output.Write(new Page<ReleaseProblem>(problems, Math.Max(problems.Count, 1), 0, false), _view);
        if (problems.Count == 0)
        {
            context.Output.Say(
                $"{1 + AppendedEras.In(publicFolder).Count} manifests; signatures: "
                    + $"{(key is null ? "not checked, no --public-key given" : $"all by {key.Fingerprint}")}.");
        }

        return Task.FromResult(problems.Count == 0 ? ExitCodes.Done : ExitCodes.Refused);
    }
}

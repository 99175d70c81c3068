using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Datasets;
using Numerai.Contracts;
using Numerai.Data.Releases;

namespace Numerai.Cli.Operators;

internal sealed class ReleasePublishCommand : ApiCommand
{
    private const string OperatorFolder = "operator";

    private static readonly TableView<DatasetFile> _view = new TableView<DatasetFile>("The folder is empty.")
        .Text("published", file => file.Name)
        .Number("size", file => Format.Bytes(file.Length))
        .Text("sha-256", file => file.Sha256[..16]);

    private readonly Argument<string> _folder = new("folder")
    {
        Description = "A release, or its public folder; file names become data set names.",
    };

    private readonly Option<string?> _prefix = new("--prefix")
    {
        Description = "Comes before every name, such as v5.2; without it the public folder's own name.",
        HelpName = "NAME",
    };

    public ReleasePublishCommand()
        : base("publish", "Publish the public files of a release; files that are published already are left alone.")
    {
        Arguments.Add(_folder);
        Options.Add(_prefix);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var folder = PublicFolder(Path.GetFullPath(context.Get(_folder)));
        var prefix = context.Get(_prefix) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var published = new List<DatasetFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .OrderBy(IsManifest).ThenBy(path => path, StringComparer.Ordinal))
        {
            var name = $"{prefix}/{Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')}";
            published.Add(await client.Operator.PublishDatasetAsync(name, path, new TransferBar(name), context.Cancellation));
        }

        context.Output.Write(new Page<DatasetFile>(published, Math.Max(published.Count, 1), 0, false), _view);
    }

    /// <summary>Manifests go last: who finds one finds all that it lists.</summary>
    private static bool IsManifest(string path) => Path.GetFileName(path) is ReleaseManifest.FileName or ReleaseManifest.SignatureName;

    /// <summary>The operator's part of a release holds the targets of rounds to come, so it is never among the files published.</summary>
    private static string PublicFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        }

        if (Directory.Exists(Path.Combine(folder, OperatorFolder)))
        {
            return Release.Open(folder).PublicFolder;
        }

        return Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) == OperatorFolder
            ? throw new NumeraiApiException(
                "operator_folder", $"{folder} is the operator's part of a release; name the release, or its public folder.")
            : folder;
    }
}

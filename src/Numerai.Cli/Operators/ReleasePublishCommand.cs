using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Datasets;

namespace Numerai.Cli.Operators;

internal sealed class ReleasePublishCommand : ApiCommand
{
    private static readonly TableView<DatasetFile> _view = new TableView<DatasetFile>("The folder is empty.")
        .Text("published", file => file.Name)
        .Number("size", file => Format.Bytes(file.Length))
        .Text("sha-256", file => file.Sha256[..16]);

    private readonly Argument<string> _folder = new("folder") { Description = "A release folder; file names become data set names." };
    private readonly Option<string?> _prefix = new("--prefix") { Description = "Comes before every name, such as v5.2; without it the folder's own name.", HelpName = "NAME" };

    public ReleasePublishCommand()
        : base("publish", "Publish every file of a release folder; files that are published already are left alone.")
    {
        Arguments.Add(_folder);
        Options.Add(_prefix);
    }

    protected override async Task RunAsync(NumeraiClient client, CommandContext context)
    {
        var folder = Path.GetFullPath(context.Get(_folder));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        }

        var prefix = context.Get(_prefix) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var published = new List<DatasetFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = string.Join('/', new[] { prefix, Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/') }.Where(part => part.Length > 0));
            published.Add(await client.Operator.PublishDatasetAsync(name, path, new TransferBar(name), context.Cancellation));
        }

        context.Output.Write(new Page<DatasetFile>(published, Math.Max(published.Count, 1), 0, false), _view);
    }
}

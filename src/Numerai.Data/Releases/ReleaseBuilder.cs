using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;

namespace Numerai.Data.Releases;

/// <summary>
/// Builds a release: panel to features, targets, obfuscation, walk-forward benchmarks, files. The same panel, key and options give the same
/// bytes.
/// </summary>
public static class ReleaseBuilder
{
    private const string StagingSuffix = ".building";

    /// <summary>
    /// Builds into a staging folder beside <paramref name="outputFolder"/> and renames it at the end, so a release is there whole or not at
    /// all.
    /// </summary>
    /// <param name="options">How the release is cut.</param>
    /// <param name="panel">Market data.</param>
    /// <param name="key">The operator's key.</param>
    /// <param name="outputFolder">Folder to create; must not exist.</param>
    /// <param name="progress">Told each stage.</param>
    /// <param name="cancellation">Stops the build; nothing stays behind.</param>
    /// <exception cref="DataFormatException"><c>release_exists</c>, <c>release_options</c>, or a refusal of the panel with its own
    /// code.</exception>
    public static Release Build(ReleaseOptions options, PricePanel panel, ObfuscationKey key, string outputFolder,
        IProgress<ReleaseProgress>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outputFolder));
        if (Path.Exists(folder))
        {
            throw new DataFormatException(DataErrorCodes.ReleaseExists,
                $"'{outputFolder}' exists already. A release is never overwritten; choose another folder.");
        }

        var staging = folder + StagingSuffix;
        DeleteIfThere(staging);
        try
        {
            BuildInto(staging, options, panel, key, progress, cancellation);
            Directory.Move(staging, folder);
            progress?.Report(new ReleaseProgress("done", 1));
            return Release.Open(folder);
        }
        finally
        {
            DeleteIfThere(staging);
        }
    }

    private static void BuildInto(string staging, ReleaseOptions options, PricePanel panel, ObfuscationKey key,
        IProgress<ReleaseProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new ReleaseProgress("features and targets", 0));
        var material = new ReleaseMaterial(panel, key, options,
            (eras, targets) => ReleaseSplit.Of(eras, targets, options), cancellation);
        var predictions = BenchmarkWalk.Run(material, options, share =>
            progress?.Report(new ReleaseProgress("benchmark models", 0.3 + (0.5 * share))), cancellation);
        progress?.Report(new ReleaseProgress("public files", 0.8));
        PublicFiles.Write(Path.Combine(staging, options.Version), material, predictions, options, cancellation);
        progress?.Report(new ReleaseProgress("operator files", 0.9));
        OperatorFiles.Write(Path.Combine(staging, Release.OperatorName), material, predictions, options, cancellation);
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;

namespace Numerai.Data.Releases.Appending;

/// <summary>
/// Carries a release on by some weeks: eras of rounds that are past become history in a folder of their own, targets that became known
/// since follow in <c>targets.parquet</c>, and rounds to come get their files. No file that was published before is touched.
/// </summary>
public static class ReleaseAppender
{
    private const string StagingName = ".appending";

    /// <summary>
    /// Appends. The public folder is renamed into place as the last step, so eras are there whole or not at all; a run that was cut off is
    /// simply run again.
    /// </summary>
    /// <param name="folder">Folder of the release.</param>
    /// <param name="panel">The panel the release was built from, as long or longer.</param>
    /// <param name="key">The key the release was built with.</param>
    /// <param name="options">How far.</param>
    /// <param name="progress">Told each stage.</param>
    /// <param name="cancellation">Stops between stages.</param>
    /// <exception cref="DataFormatException"><c>release_nothing_to_append</c>, <c>release_history_changed</c>, <c>panel_too_short</c>,
    /// <c>meta_model_incomplete</c>, <c>release_damaged</c>, or a refusal of the panel with its own code.</exception>
    public static AppendedEras Append(string folder, PricePanel panel, ObfuscationKey key, AppendOptions options,
        IProgress<ReleaseProgress>? progress = null, CancellationToken cancellation = default)
    {
        options.Release.Check();
        var release = Release.Open(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        progress?.Report(new ReleaseProgress("features and targets", 0));
        AppendPlan? plan = null;
        var material = new ReleaseMaterial(panel, key, options.Release, (eras, _) =>
        {
            plan = AppendPlan.Of(release, eras, options.Round);
            return ReleaseSplit.Continue(eras, [.. release.Calendar.Eras.Select(era => era.Role)], plan.FirstRound, plan.Live);
        }, cancellation);
        if (!options.AcceptRevisions)
        {
            progress?.Report(new ReleaseProgress("published history", 0.5));
            PublishedHistory.Check(release, material, plan!);
        }

        progress?.Report(new ReleaseProgress("benchmark models", 0.6));
        var predictions = RoundPredictions.Of(release, material, options.Release, plan!);
        var metaModels = RoundPredictions.MetaModels(options.MetaModels, material, plan!);
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new ReleaseProgress("files", 0.8));
        var appended = Write(release, material, plan!, predictions, metaModels, options);
        progress?.Report(new ReleaseProgress("done", 1));
        return appended;
    }

    private static AppendedEras Write(Release release, ReleaseMaterial material, AppendPlan plan, BenchmarkPredictions predictions,
        IReadOnlyDictionary<int, double[]> metaModels, AppendOptions options)
    {
        var staging = Path.Combine(release.Folder, StagingName);
        DeleteIfThere(staging);
        try
        {
            var (first, last) = (plan.Last + 2, plan.Live);
            var target = Path.Combine(release.PublicFolder, AppendedEras.NameOf(first, last));
            AppendFiles.Write(
                Path.Combine(staging, "public"), release, material, plan, predictions, metaModels, options.Release.SigningKey);
            WriteRounds(release, material, plan, predictions, staging);
            OperatorFiles.WriteCalendar(release.OperatorFolder, Calendar(release, material, plan));
            Directory.Move(Path.Combine(staging, "public"), target);
            return new AppendedEras(target, first, last);
        }
        finally
        {
            DeleteIfThere(staging);
        }
    }

    /// <summary>Files of rounds that have none yet, and targets that became known for those that have.</summary>
    private static void WriteRounds(
        Release release, ReleaseMaterial material, AppendPlan plan, BenchmarkPredictions predictions, string staging)
    {
        for (var era = plan.FirstRound; era < material.Eras.Length; era++)
        {
            var round = era - plan.FirstRound + 1;
            var folder = release.RoundFolder(round);
            if (Directory.Exists(folder))
            {
                OperatorFiles.WriteTargets(Path.Combine(folder, "targets"), material, era, round);
            }
            else if (era <= plan.Live)
            {
                var staged = Path.Combine(staging, "round");
                OperatorFiles.WriteRound(staged, material, predictions, era, round);
                Directory.Move(staged, folder);
            }
        }
    }

    private static ReleaseCalendar Calendar(Release release, ReleaseMaterial material, AppendPlan plan)
    {
        var rounds = Math.Max(release.Rounds.Count, plan.Round);
        return new ReleaseCalendar(release.Version,
            [
                .. Enumerable.Range(0, rounds).Select(
                    i => RoundCalendar.Round(i + 1, material.Eras[plan.FirstRound + i].Raw, material.Panel.Dates))],
            [.. material.Eras.Select((era, i) => new ReleaseEra(era.Raw.Number, era.Raw.Date, material.Split.Roles[i], era.RowCount))]);
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

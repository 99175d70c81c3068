using Numerai.Data.Eras;
using Numerai.Data.Keys;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Releases.Appending;

/// <summary>Writes the public folder of appended eras.</summary>
internal static class AppendFiles
{
    public static void Write(string folder, Release release, ReleaseMaterial material, AppendPlan plan, BenchmarkPredictions predictions,
        IReadOnlyDictionary<int, double[]> metaModels, SigningKey? key)
    {
        Directory.CreateDirectory(folder);
        PublicFiles.Save(folder, "validation.parquet", EraTables.History(material, plan.New));
        PublicFiles.Save(folder, "targets.parquet", Targets(material, plan));
        PublicFiles.Save(folder, "validation_benchmark_models.parquet", EraTables.Benchmarks(material, predictions, plan.New, live: false));
        PublicFiles.Save(folder, "validation_example_preds.parquet", EraTables.Example(material, predictions, plan.New));
        PublicFiles.Save(folder, "meta_model.parquet", MetaModelTable.Of(material, predictions, plan.New, metaModels));
        PublicFiles.WriteLive(folder, material, predictions, plan.Live);
        ReleaseManifest.Write(folder, release.Version, key, Previous(release));
    }

    /// <summary>Every published era of which a target became known since the last time, with all its targets as known now.</summary>
    private static Table Targets(ReleaseMaterial material, AppendPlan plan)
    {
        var now = material.Split.Now;
        var completed = Enumerable.Range(0, plan.Last + 1)
            .Where(era => material.Split.Roles[era] != EraRole.Purged && TargetDefinition.All.Any(target =>
                TargetBuilder.LastDay(material.Eras[era].Raw, target.Days) is var day && day > plan.Before && day <= now)).ToList();
        return new Table(
        [
            new TableColumn<string>("id", completed.SelectMany(e => material.Eras[e].Ids).ToArray()),
            new TableColumn<string>("era", completed.SelectMany(e =>
                Enumerable.Repeat(EraCalendar.Name(material.Eras[e].Raw.Number), material.Eras[e].RowCount)).ToArray()),
            .. TargetDefinition.All.Select(target =>
                new TableColumn<float>(target.Name, completed.SelectMany(e => material.Target(e, target, now)).ToArray())),
        ]);
    }

    private static ManifestFile Previous(Release release)
    {
        var appended = AppendedEras.In(release.PublicFolder);
        return ReleaseManifest.File(release.PublicFolder,
            appended.Count > 0 ? $"{appended[^1].Name}/{ReleaseManifest.FileName}" : ReleaseManifest.FileName);
    }
}

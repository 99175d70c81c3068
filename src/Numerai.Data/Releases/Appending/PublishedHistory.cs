using Numerai.Data.Eras;
using Numerai.Data.Features;
using Numerai.Data.Parquet;

namespace Numerai.Data.Releases.Appending;

/// <summary>
/// Holds what a panel says about the past against what was published of it. Eras that would come out differently now were made from
/// other prices, another key or other options, and a model that learned from them would be applied to something else.
/// </summary>
internal static class PublishedHistory
{
    /// <exception cref="DataFormatException"><c>release_history_changed</c>, naming the first era and column that differ.</exception>
    public static void Check(Release release, ReleaseMaterial material, AppendPlan plan)
    {
        foreach (var era in release.Calendar.Eras.Take(plan.Last + 1))
        {
            var now = material.Eras[era.Era - 1];
            if (now.Raw.Date != era.Date || now.RowCount != era.Securities)
            {
                throw Changed(
                    era.Era,
                    $"was {era.Date:yyyy-MM-dd} with {era.Securities} securities and is now {now.Raw.Date:yyyy-MM-dd} with {now.RowCount}");
            }
        }

        CheckFile(Path.Combine(release.PublicFolder, "train.parquet"), material);
        CheckFile(Path.Combine(release.PublicFolder, "validation.parquet"), material);
        foreach (var appended in AppendedEras.In(release.PublicFolder))
        {
            CheckFile(Path.Combine(appended.Path, "validation.parquet"), material);
        }
    }

    private static void CheckFile(string path, ReleaseMaterial material)
    {
        using var reader = ParquetReader.Open(path);
        var names = material.Obfuscator.FeatureNames;
        if (reader.Columns.Select(column => column.Name).FirstOrDefault(name => name.StartsWith(FeatureBlock.Prefix,
            StringComparison.Ordinal) && !names.Contains(name)) is { } foreign)
        {
            throw new DataFormatException(DataErrorCodes.ReleaseHistoryChanged,
                $"'{path}' has a column '{foreign}' that this key and these options do not make. Use those the release was built with.");
        }

        var table = reader.ReadAll(["id", "era", .. names]);
        var (ids, eras) = (table.Values<string>("id"), table.Values<string>("era"));
        var features = names.Select(table.Values<sbyte>).ToList();
        for (var start = 0; start < ids.Length;)
        {
            var number = int.Parse(eras[start], System.Globalization.CultureInfo.InvariantCulture);
            var era = material.Eras[number - 1];
            var count = Math.Min(era.RowCount, ids.Length - start);
            if (!ids.AsSpan(start, count).SequenceEqual(era.Ids))
            {
                throw Changed(number, "has other ids now: another key, or other securities in its universe");
            }

            var differs = Enumerable.Range(0, features.Count)
                .FirstOrDefault(f => !features[f].AsSpan(start, count).SequenceEqual(era.Feature(f)), -1);
            if (differs >= 0)
            {
                throw Changed(number, $"has other values of '{names[differs]}' now");
            }

            start += count;
        }
    }

    private static DataFormatException Changed(int era, string how) => new(DataErrorCodes.ReleaseHistoryChanged,
        $"Era {EraCalendar.Name(era)} {how}. Published eras never change: give the panel that the release was built from, made longer, "
            + "and the same key; "
        + "or accept that the panel's past was revised.");
}

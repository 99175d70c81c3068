using Numerai.Contracts;
using Numerai.Data.Diagnostics;
using Numerai.Data.Parquet;
using Numerai.Data.Releases;
using Numerai.Data.Signals;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.Http;

namespace Numerai.Web.Diagnostics;

/// <summary>The published files of a release that predictions are diagnosed against.</summary>
internal sealed class PublishedRelease(IDatasetStore datasets)
{
    private const string ValidationSuffix = "/validation.parquet";
    private const string AppendedPrefix = "/eras_";
    private const string UsualSet = "medium";

    /// <summary>The release that was asked for, or the newest one of a tournament by name.</summary>
    public async Task<Outcome<string>> FindAsync(string? release, TournamentId tournament)
    {
        var names = (await datasets.ListAsync()).Select(file => file.Name)
            .Where(
                name =>
                    name.EndsWith(ValidationSuffix, StringComparison.Ordinal) && !name.Contains(AppendedPrefix, StringComparison.Ordinal))
            .Select(name => name[..^ValidationSuffix.Length])
            .Where(name => release is not null || Tournaments.OfDataset(name).Id == tournament)
            .ToList();
        return release is null && names.Count > 0 ? names[^1]
            : release is not null && names.Contains(release) ? release
            : new Refusal(
                ApiCodes.ReleaseNotFound,
                $"There is no published release {(release is null ? "with validation data" : $"'{release}'")}; there is "
                + $"{(names.Count == 0 ? "none" : string.Join(", ", names))}.");
    }

    /// <summary>Names of the features of a set; none when the release has no features.json and none was asked for.</summary>
    public async Task<Outcome<string[]>> FeaturesAsync(string release, string? set)
    {
        if (await datasets.LocalPathAsync($"{release}/features.json") is not { } path)
        {
            return set is null
                ? Array.Empty<string>()
                : new Refusal(ApiCodes.FeatureSetNotFound, $"The release {release} has no features.json, hence no feature set '{set}'.");
        }

        var sets = FeatureMetadata.Load(path).FeatureSets;
        return sets.TryGetValue(set ?? UsualSet, out var names)
            ? names.ToArray()
            : new Refusal(
                ApiCodes.FeatureSetNotFound,
                $"The release {release} has no feature set '{set ?? UsualSet}'; it has {string.Join(", ", sets.Keys)}.");
    }

    /// <summary>The files of a history of days; null for a release whose validation data is in eras.</summary>
    public async Task<SignalHistoryFiles?> HistoryAsync(string release)
    {
        var validation = (await datasets.LocalPathAsync(release + ValidationSuffix))!;
        using (var reader = ParquetReader.Open(validation))
        {
            if (reader.Columns.Any(column => column.Name == "era") || !reader.Columns.Any(column => column.Name == "date"))
            {
                return null;
            }
        }

        return new SignalHistoryFiles(
            validation,
            await datasets.LocalPathAsync($"{release}/{SignalHistoryFiles.NeutralizersName}"),
            await datasets.LocalPathAsync($"{release}/{SignalHistoryFiles.SampleWeightsName}"),
            await datasets.LocalPathAsync($"{release}/{SignalHistoryFiles.MetaModelName}"));
    }

    /// <summary>Paths of the validation files, those of appended weeks after those of the first day.</summary>
    public async Task<IReadOnlyList<ValidationPart>> PartsAsync(string release)
    {
        var folders = (await datasets.ListAsync()).Select(file => file.Name)
            .Where(
                name =>
                    name.StartsWith(release + AppendedPrefix, StringComparison.Ordinal)
                        && name.EndsWith(ValidationSuffix, StringComparison.Ordinal))
            .Select(name => name[..^ValidationSuffix.Length]).Order(StringComparer.Ordinal).Prepend(release);
        var parts = new List<ValidationPart>();
        foreach (var folder in folders)
        {
            parts.Add(new ValidationPart(
                (await datasets.LocalPathAsync(folder + ValidationSuffix))!,
                await datasets.LocalPathAsync(folder + "/meta_model.parquet"),
                await datasets.LocalPathAsync(folder + "/validation_benchmark_models.parquet"),
                await datasets.LocalPathAsync(folder + "/validation_example_preds.parquet")));
        }

        return parts;
    }
}

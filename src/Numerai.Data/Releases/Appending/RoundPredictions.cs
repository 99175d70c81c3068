using System.Globalization;
using System.Text.Json;
using Numerai.Data.Parquet;

namespace Numerai.Data.Releases.Appending;

/// <summary>What was said about the eras of rounds while they were live: by the benchmark models, and by the meta model.</summary>
internal static class RoundPredictions
{
    /// <summary>Benchmark predictions of the plan's eras: as they were handed out where the round has files, else made now as they would
    /// have been made then.</summary>
    public static BenchmarkPredictions Of(Release release, ReleaseMaterial material, ReleaseOptions options, AppendPlan plan)
    {
        var names = options.Benchmarks.Select(model => model.Name).ToList();
        var predictions = names.Select(_ => new double[]?[material.Eras.Length]).ToArray();
        foreach (var era in plan.New.Append(plan.Live))
        {
            var path = Path.Combine(release.RoundFolder(era - plan.FirstRound + 1), "live_benchmark_models.parquet");
            var ofEra = File.Exists(path) ? Read(path, names, material.Eras[era].Ids) : BenchmarkWalk.Round(material, options, era);
            for (var model = 0; model < names.Count; model++)
            {
                predictions[model][era] = ofEra[model];
            }
        }

        return new BenchmarkPredictions(names, predictions);
    }

    /// <summary>Meta models by era position, in published row order.</summary>
    /// <exception cref="DataFormatException"><c>meta_model_incomplete</c> when a file is no meta model of its round.</exception>
    public static IReadOnlyDictionary<int, double[]> MetaModels(string? folder, ReleaseMaterial material, AppendPlan plan) =>
        folder is null ? new Dictionary<int, double[]>() : plan.New
            .Select(era => (era, path: Path.Combine(folder, $"{(era - plan.FirstRound + 1).ToString(CultureInfo.InvariantCulture)}.json")))
            .Where(file => File.Exists(file.path))
            .ToDictionary(file => file.era, file => ReadMetaModel(file.path, material.Eras[file.era].Ids));

    private static double[][] Read(string path, IReadOnlyList<string> names, string[] ids)
    {
        var table = ParquetFile.Read(path);
        var order = table.Values<string>("id");
        return order.AsSpan().SequenceEqual(ids)
            ? names.Select(table.Values<double>).ToArray()
            : throw new DataFormatException(
                DataErrorCodes.ReleaseHistoryChanged, $"'{path}' has other ids than this panel and key give its era.");
    }

    private static double[] ReadMetaModel(string path, string[] ids)
    {
        MetaModelFile? file;
        try
        {
            file = JsonSerializer.Deserialize<MetaModelFile>(File.ReadAllBytes(path), ReleaseJson.Options);
        }
        catch (JsonException error)
        {
            throw new DataFormatException(DataErrorCodes.MetaModelIncomplete, $"'{path}' is no meta model: {error.Message}", error);
        }

        if (file is not { Ids: { } named, Values: { } values } || named.Length != values.Length || named.Distinct().Count() != named.Length)
        {
            throw new DataFormatException(
                DataErrorCodes.MetaModelIncomplete, $"'{path}' needs 'ids' and 'values' of one length, and no id twice.");
        }

        var byId = named.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return Array.ConvertAll(ids, id => byId.TryGetValue(id, out var value)
            ? value
            : throw new DataFormatException(DataErrorCodes.MetaModelIncomplete, $"'{path}' has no value for id {id} of its round."));
    }

    private sealed record MetaModelFile(string[]? Ids, double[]? Values);
}

using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Ports;
using Numerai.Web.Http;

namespace Numerai.Web.Datasets;

internal static class DatasetEndpoints
{
    private static readonly string[] _readMethods = ["GET", "HEAD"];

    public static void MapDatasets(this IEndpointRouteBuilder api) =>
        api.MapGet("/datasets", ListAsync).WithSummary("All published data files in order of their names.");

    /// <summary>The files themselves, also mapped at the root, where other clients look for them.</summary>
    public static void MapDatasetFiles(this IEndpointRouteBuilder routes) => routes
        .MapMethods("/datasets/{**name}", _readMethods, DownloadAsync)
        .WithSummary("One data file, with ranges and its SHA-256 as ETag.");

    private static async Task<Answer<Page<DatasetResponse>>> ListAsync(Paging paging, IDatasetStore datasets, HttpContext context)
    {
        var files = await datasets.ListAsync();

        // Without a limit the list is whole: a release is a few dozen files.
        var whole = context.Request.Query.ContainsKey("limit") ? paging : paging with { Limit = Math.Max(files.Count, 1) };
        return whole.PageOf(files, DatasetResponse.Of);
    }

    private static async Task<IResult> DownloadAsync(string name, IDatasetStore datasets)
    {
        var file = await datasets.FindAsync(name);
        var path = file is null ? null : await datasets.LocalPathAsync(name);
        return file is null || path is null
            ? (Answer<DatasetResponse>)new Refusal(
                RefusalCodes.DatasetNotFound, $"There is no data file '{name}'; GET /api/v1/datasets lists what there is.")
            : FileAnswer.Of(path, file.Name, file.Sha256, file.Published);
    }
}

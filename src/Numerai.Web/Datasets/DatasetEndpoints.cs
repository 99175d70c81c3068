using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Web.Http;

namespace Numerai.Web.Datasets;

internal static class DatasetEndpoints
{
    /// <summary>The round of which a live alias gives the file.</summary>
    private const string RoundHeader = "Numerai-Round";

    /// <summary>What there is to say of it, in one sentence.</summary>
    private const string NoteHeader = "Numerai-Note";

    private static readonly string[] _readMethods = ["GET", "HEAD"];

    public static void MapDatasets(this IEndpointRouteBuilder api) =>
        api.MapGet("/datasets", ListAsync).WithSummary(
            "All published data files in order of their names; live.parquet and its like are the live round's.");

    /// <summary>The files themselves, also mapped at the root, where other clients look for them.</summary>
    public static void MapDatasetFiles(this IEndpointRouteBuilder routes) => routes
        .MapMethods("/datasets/{**name}", _readMethods, DownloadAsync)
        .WithSummary(
            "One data file, with ranges and its SHA-256 as ETag; live.parquet and its like are the live round's, named in Numerai-Round.");

    private static async Task<Answer<Page<DatasetResponse>>> ListAsync(Paging paging, PublishedDatasets datasets, HttpContext context)
    {
        var files = await datasets.ListAsync();

        // Without a limit the list is whole: a release is a few dozen files.
        var whole = context.Request.Query.ContainsKey("limit") ? paging : paging with { Limit = Math.Max(files.Count, 1) };
        return whole.PageOf(files, DatasetResponse.Of);
    }

    private static async Task<IResult> DownloadAsync(string name, PublishedDatasets published, IDatasetStore datasets, HttpContext context)
    {
        var found = await published.FindAsync(name);
        if (!found.Accepted)
        {
            return (Answer<DatasetResponse>)found.Refusal;
        }

        var file = found.Value;
        if (await datasets.LocalPathAsync(file.File.Name) is not { } path)
        {
            return (Answer<DatasetResponse>)PublishedDatasets.NotFound(name);
        }

        if (file.Round is not null)
        {
            Describe(file, context.Response.Headers);
        }

        return FileAnswer.Of(path, file.File.Name, file.File.Sha256, file.File.Published);
    }

    /// <summary>An alias is another file in every round, so nobody may keep it without asking again; its ETag is the file's hash.</summary>
    private static void Describe(PublishedDataset file, IHeaderDictionary headers)
    {
        headers.CacheControl = "no-cache";
        headers.ContentLocation = "/datasets/" + string.Join('/', file.File.Name.Split('/').Select(Uri.EscapeDataString));
        headers[RoundHeader] = file.Round.ToString();
        if (file.Note is { } note)
        {
            headers[NoteHeader] = note;
        }
    }
}

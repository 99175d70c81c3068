using Microsoft.Net.Http.Headers;

namespace Numerai.Web.Datasets;

/// <summary>
/// A file as it is: with its length, its hash as ETag, and ranges. It is never compressed on the way, because clients tell a finished
/// download by its length.
/// </summary>
internal static class FileAnswer
{
    public static IResult Of(string path, string name, string sha256, DateTimeOffset modified) => TypedResults.PhysicalFile(
        path, ContentType(name), fileDownloadName: null, modified, new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);

    private static string ContentType(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".parquet" => "application/vnd.apache.parquet",
        _ => "application/octet-stream",
    };
}

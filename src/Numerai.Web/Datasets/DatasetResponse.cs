using Numerai.Tournament.Ports;

namespace Numerai.Web.Datasets;

internal sealed record DatasetResponse(string Name, long Length, string Sha256, DateTimeOffset Published)
{
    public static DatasetResponse Of(DatasetFile file) => new(file.Name, file.Length, file.Sha256, file.Published);
}

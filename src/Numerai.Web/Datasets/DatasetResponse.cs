using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Datasets;

/// <param name="File">For a live alias the file's own name, such as "v5.2/live_7.parquet"; else null.</param>
/// <param name="Round">For a live alias the round whose file it is; else null.</param>
/// <param name="Note">What there is to say of it, such as that no round is open.</param>
internal sealed record DatasetResponse(
    string Name, long Length, string Sha256, DateTimeOffset Published, string? File = null, RoundId? Round = null, string? Note = null)
{
    public static DatasetResponse Of(DatasetFile file) => new(file.Name, file.Length, file.Sha256, file.Published);

    public static DatasetResponse Of(PublishedDataset dataset) => Of(dataset.File) with
    {
        Name = dataset.Name,
        File = dataset.Round is null ? null : dataset.File.Name,
        Round = dataset.Round,
        Note = dataset.Note,
    };
}

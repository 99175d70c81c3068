using Numerai.Web.Datasets;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Pages.Data;

internal static class DataPages
{
    public static void MapDataPage(this IEndpointRouteBuilder pages) => pages.MapGet(
        PageLinks.Data, async (PublishedDatasets datasets) =>
            Html.Of<DataPage, DataView>(new DataView(Folders(await datasets.ListAsync()))));

    /// <summary>The newest folder first.</summary>
    private static IReadOnlyList<DataFolder> Folders(IReadOnlyList<PublishedDataset> files) =>
    [
        .. files.GroupBy(
            file => file.Name.Contains('/', StringComparison.Ordinal) ? file.Name[..file.Name.LastIndexOf('/')] : string.Empty,
            StringComparer.Ordinal)
            .Select(
                folder =>
                    new DataFolder(
                        folder.Key,
                        [.. folder.OrderByDescending(file => file.File.Published).ThenBy(file => file.Name, StringComparer.Ordinal)]))
            .OrderByDescending(folder => folder.Files[0].File.Published).ThenBy(folder => folder.Name, StringComparer.Ordinal),
    ];
}

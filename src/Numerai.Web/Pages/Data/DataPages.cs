using Numerai.Tournament.Ports;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Pages.Data;

internal static class DataPages
{
    public static void MapDataPage(this IEndpointRouteBuilder pages) => pages.MapGet(
        PageLinks.Data, async (IDatasetStore datasets) => Html.Of<DataPage, DataView>(new DataView(Folders(await datasets.ListAsync()))));

    /// <summary>The newest folder first.</summary>
    private static IReadOnlyList<DataFolder> Folders(IReadOnlyList<DatasetFile> files) =>
    [
        .. files.GroupBy(file => file.Name.Contains('/', StringComparison.Ordinal) ? file.Name[..file.Name.LastIndexOf('/')] : string.Empty, StringComparer.Ordinal)
            .Select(folder => new DataFolder(folder.Key, [.. folder.OrderByDescending(file => file.Published).ThenBy(file => file.Name, StringComparer.Ordinal)]))
            .OrderByDescending(folder => folder.Files[0].Published).ThenBy(folder => folder.Name, StringComparer.Ordinal),
    ];
}

using Numerai.Web.Datasets;

namespace Numerai.Web.Pages.Data;

/// <param name="Name">Empty for files without a folder.</param>
/// <param name="Files">Newest first.</param>
public sealed record DataFolder(string Name, IReadOnlyList<PublishedDataset> Files);

namespace Numerai.Web.Pages.Data;

public sealed record DataView(IReadOnlyList<DataFolder> Folders);

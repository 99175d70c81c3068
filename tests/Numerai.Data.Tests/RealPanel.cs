using Numerai.Data.Panels;

namespace Numerai.Data.Tests;

/// <summary>Finds the real price panel, which is not part of the repository.</summary>
public static class RealPanel
{
    /// <summary>Folder given by NUMERAI_PRICES, or shared/data/sp500 beside the checkout; skips the test when neither is there.</summary>
    public static string Folder()
    {
        var named = Environment.GetEnvironmentVariable("NUMERAI_PRICES");
        var above = Ancestors(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, "shared", "data", "sp500"));
        var found = above.Prepend(named ?? "").FirstOrDefault(folder => File.Exists(Path.Combine(folder, "universe.csv")));
        Assert.SkipWhen(found is null, "No real price panel: set NUMERAI_PRICES to a folder of wide CSV files.");
        return found!;
    }

    public static PricePanel Load(bool useMembership = true) => PanelFolder.Load(Folder(), useMembership);

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}

namespace Numerai.Silo.Hosting;

/// <summary>
/// Reads settings so that none is passed over in silence: a misspelt name of a setting that protects something would leave it off.
/// </summary>
public static class SiloConfiguration
{
    private const string Gateway = "GatewayPort";

    /// <summary>The settings, and sentences; none when the silo can start.</summary>
    public static (SiloSettings Settings, IReadOnlyList<string> Wrong) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(SiloSettings.Section);
        var known = typeof(SiloSettings).GetProperties().Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wrong = section.GetChildren().Select(child => child.Key).Where(name => !known.Contains(name)).Select(Sentence).ToList();
        var settings = new SiloSettings();
        try
        {
            section.Bind(settings);
            wrong.AddRange(SiloSettingsCheck.Check(settings));
        }
        catch (InvalidOperationException fault)
        {
            wrong.Add(fault.Message);
        }

        return (settings, wrong);
    }

    private static string Sentence(string name) => name.Equals(Gateway, StringComparison.OrdinalIgnoreCase)
        ? $"Silo:{Gateway} is gone: a silo has no port for Orleans clients any more, since whoever reached it could give "
            + "any order. Take the setting away; programs use the web API."
        : $"Silo:{name} is no setting of a silo; correct its name or take it away. docs/cluster.md lists them.";
}

using Microsoft.Extensions.Configuration;

namespace Numerai.Silo.Hosting;

/// <summary>
/// Reads settings from appsettings.json beside the program and from environment variables, so that none is passed over in silence: a
/// misspelt name of a setting that protects something would leave it off.
/// </summary>
public static class SiloConfiguration
{
    private const string FileName = "appsettings.json";
    private const string Gateway = "GatewayPort";

    /// <summary>A setting of version 0.1 that now follows from another; accepted where it says the same.</summary>
    private const string Mode = "Mode";

    /// <summary>The settings, or sentences that say what is wrong with them.</summary>
    public static (SiloSettings Settings, IReadOnlyList<string> Wrong) Read() => Read(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .Build());

    internal static (SiloSettings Settings, IReadOnlyList<string> Wrong) Read(IConfiguration configuration)
    {
        var settings = new SiloSettings();
        var section = configuration.GetSection(SiloSettings.Section);
        var known = typeof(SiloSettings).GetProperties().Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wrong = section.GetChildren().Select(child => child.Key).Where(name => !known.Contains(name)).Select(Sentence).ToList();
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException fault)
        {
            wrong.Add($"{fault.Message} {fault.InnerException?.Message}".TrimEnd());
            return (settings, wrong);
        }

        if (section[Mode] is { } mode && !string.Equals(mode, settings.Mode.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            var database = settings.PostgreSql is null ? "there is no Silo:PostgreSql" : "Silo:PostgreSql is set";
            wrong.Add($"Silo:Mode is '{mode}', but {database}; "
                + "a silo with a database is a member of a cluster, one without is a silo of one. Leave Mode out.");
        }

        return (settings, wrong);
    }

    private static string Sentence(string name) => name.Equals(Gateway, StringComparison.OrdinalIgnoreCase)
        ? $"Silo:{Gateway} is gone: a silo has no port for Orleans clients any more, since whoever reached it could give "
            + "any order. Take the setting away; programs use the web API."
        : $"Silo:{name} is no setting of a silo; correct its name or take it away. docs/cluster.md lists them.";
}

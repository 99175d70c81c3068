using Microsoft.Extensions.Configuration;

namespace Numerai.Silo.Hosting;

/// <summary>Reads settings from appsettings.json beside the program and from environment variables.</summary>
public static class SiloConfiguration
{
    private const string FileName = "appsettings.json";

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
        var known = typeof(SiloSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wrong = section.GetChildren()
            .Where(child => !known.Contains(child.Key) && !string.Equals(child.Key, Mode, StringComparison.OrdinalIgnoreCase))
            .Select(child => $"{SiloSettings.Section}:{child.Key} is no setting; the settings are {string.Join(", ", known.Order(StringComparer.Ordinal))}.")
            .ToList();
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException fault)
        {
            wrong.Add(fault.InnerException?.Message ?? fault.Message);
            return (settings, wrong);
        }

        if (section[Mode] is { } mode && !string.Equals(mode, settings.Mode.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            wrong.Add($"Silo:Mode is '{mode}', but {(settings.PostgreSql is null ? "there is no Silo:PostgreSql" : "Silo:PostgreSql is set")}; "
                + "a silo with a database is a member of a cluster, one without is a silo of one. Leave Mode out.");
        }

        return (settings, wrong);
    }
}

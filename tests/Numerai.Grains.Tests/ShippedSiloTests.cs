using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Numerai.Client;
using Numerai.Silo.Hosting;
using Numerai.Web.Hosting;

namespace Numerai.Grains.Tests;

/// <summary>What is shipped is what is written: the program with its settings file, against docs/cluster.md.</summary>
public sealed partial class ShippedSiloTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-shipped-");

    [Fact]
    public async Task The_shipped_program_shows_its_dashboard_to_the_operator_and_to_nobody_else()
    {
        using var silo = SiloProgram.Start(_folder.FullName);
        try
        {
            var dashboard = new Uri(await SiloProgram.ListeningAsync(silo), "/dashboard/");
            using var http = new HttpClient();
            using var stranger = await http.GetAsync(dashboard, TestContext.Current.CancellationToken);
            var key = NumeraiConfiguration.Read(Path.Combine(_folder.FullName, OperatorKey.FileName))!;
            http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key.PublicId}:{key.SecretKey}")));
            using var operators = await http.GetAsync(dashboard, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
            Assert.Equal(HttpStatusCode.OK, operators.StatusCode);
        }
        finally
        {
            silo.Kill();
            await silo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void The_shipped_settings_are_the_defaults()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();

        var (settings, wrong) = SiloConfiguration.Read(shipped);

        Assert.Empty(wrong);
        Assert.Equal(Defaults(new SiloSettings()), Defaults(settings));
    }

    [Fact]
    public void The_documentation_lists_every_setting_with_its_default()
    {
        var text = File.ReadAllText(Path.Combine(DeploymentTests.Root.FullName, "docs", "cluster.md"));
        var written = Row().Matches(text)
            .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["default"].Value, StringComparer.Ordinal);

        Assert.Equal(Defaults(new SiloSettings()), written.OrderBy(row => row.Key, StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<KeyValuePair<string, string>> Defaults(SiloSettings settings) => typeof(SiloSettings).GetProperties()
        .Where(property => property.CanWrite)
        .ToDictionary(property => property.Name, property => Written(property.Name, property.GetValue(settings)), StringComparer.Ordinal)
        .OrderBy(row => row.Key, StringComparer.Ordinal);

    private static string Written(string name, object? value) => value switch
    {
        null => "none",
        RateLimits limits => string.Create(
            CultureInfo.InvariantCulture,
            $"{limits.KeyPerSecond} a second and {limits.KeyBurst} at once by key, {limits.AddressPerSecond} and {limits.AddressBurst} by "
                + $"address"),
        int when name == nameof(SiloSettings.SimulationsAtOnce) => "its processors less one",
        bool flag => flag ? "`true`" : "`false`",
        TimeSpan time => $"`{time.ToString("c", CultureInfo.InvariantCulture)}`",
        _ => string.Create(CultureInfo.InvariantCulture, $"`{value}`"),
    };

    /// <summary>A row of the table of settings: name, default, meaning.</summary>
    [GeneratedRegex(@"^\| `(?<name>[A-Z]\w+)` \| (?<default>[^|]+?) \| [^|]+ \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Row();
}

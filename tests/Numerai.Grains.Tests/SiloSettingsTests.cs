using Microsoft.Extensions.Configuration;
using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests;

public sealed class SiloSettingsTests
{
    [Fact]
    public void Settings_of_a_local_silo_need_nothing() => Assert.Empty(SiloSettingsCheck.Check(new SiloSettings()));

    [Fact]
    public void A_cluster_needs_a_database_and_a_secret()
    {
        var wrong = SiloSettingsCheck.Check(new SiloSettings { PostgreSql = "Database=numerai", Secret = "abc" });

        Assert.Equal(2, wrong.Count);
        Assert.Contains("Silo:PostgreSql names no Host", wrong[0], StringComparison.Ordinal);
        Assert.Contains("Silo:Secret is malformed", wrong[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DataFolders", "somewhere", "Silo:DataFolders is no setting")]
    [InlineData("SiloPort", "many", "SiloPort")]
    [InlineData("Mode", "Cluster", "Silo:Mode is 'Cluster', but there is no Silo:PostgreSql")]
    public void A_setting_that_says_nothing_is_refused_where_it_stands(string name, string value, string sentence)
    {
        var (_, wrong) = SiloConfiguration.Read(Configured((name, value)));

        Assert.Contains(sentence, Assert.Single(wrong), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Local", null)]
    [InlineData("cluster", "Host=db")]
    public void A_mode_as_version_0_1_had_it_is_read_where_it_says_what_is(string mode, string? database)
    {
        var (settings, wrong) = SiloConfiguration.Read(Configured(("Mode", mode), ("PostgreSql", database)));

        Assert.Empty(wrong);
        Assert.Equal(database is null ? SiloMode.Local : SiloMode.Cluster, settings.Mode);
    }

    [Fact]
    public void One_limit_is_changed_alone_and_for_this_server_alone()
    {
        var (settings, wrong) = SiloConfiguration.Read(Configured(("Limits:KeyPerSecond", "7")));

        Assert.Empty(wrong);
        Assert.Equal(Numerai.Web.Hosting.RateLimits.Default with { KeyPerSecond = 7 }, settings.Limits);
        Assert.NotEqual(7, new SiloSettings().Limits.KeyPerSecond);
    }

    [Fact]
    public void Every_wrong_setting_is_named()
    {
        var wrong = SiloSettingsCheck.Check(new SiloSettings
        {
            PostgreSql = "Host=localhost;NoSuchThing=1",
            VirtualClock = DateTimeOffset.UnixEpoch,
            Secret = new string('a', 64),
            AdvertisedAddress = "somewhere",
            SiloPort = 70_000,
            ClusterId = " ",
            OtlpEndpoint = "collector",
            DrainTimeout = TimeSpan.FromHours(1),
            FeedStall = TimeSpan.Zero,
            Url = "nowhere",
        });

        foreach (var name in new[]
        {
            "PostgreSql", "VirtualClock", "AdvertisedAddress", "SiloPort", "ClusterId", "OtlpEndpoint", "DrainTimeout", "FeedStall",
            "listen",
        })
        {
            Assert.Contains(wrong, sentence => sentence.Contains(name, StringComparison.Ordinal));
        }
    }

    private static IConfiguration Configured(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Where(setting => setting.Value is not null)
            .Select(setting => KeyValuePair.Create($"Silo:{setting.Name}", setting.Value)))
        .Build();
}

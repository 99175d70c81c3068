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
        var wrong = SiloSettingsCheck.Check(new SiloSettings { Mode = SiloMode.Cluster, Secret = "abc" });

        Assert.Equal(2, wrong.Count);
        Assert.Contains("Silo:PostgreSql is missing", wrong[0], StringComparison.Ordinal);
        Assert.Contains("Silo:Secret is malformed", wrong[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GatewayPort", "30000", "Silo:GatewayPort is gone")]
    [InlineData("TlsCertficate", "silo.pem", "Silo:TlsCertficate is no setting")]
    [InlineData("SiloPort", "many", "SiloPort")]
    public void A_setting_that_a_silo_does_not_have_is_refused_and_not_passed_over(string name, string value, string sentence)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"{SiloSettings.Section}:{name}", value)]).Build();

        Assert.Contains(sentence, Assert.Single(SiloConfiguration.Read(configuration).Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_setting_is_named()
    {
        var wrong = SiloSettingsCheck.Check(new SiloSettings
        {
            Mode = SiloMode.Cluster,
            PostgreSql = "Host=localhost;NoSuchThing=1",
            Secret = new string('a', 64),
            AdvertisedAddress = "somewhere",
            SiloPort = 70_000,
            ClusterId = " ",
            OtlpEndpoint = "collector",
            DrainTimeout = TimeSpan.FromHours(1),
            Url = "nowhere",
        });

        foreach (var name in new[] { "PostgreSql", "AdvertisedAddress", "SiloPort", "ClusterId", "OtlpEndpoint", "DrainTimeout", "listen" })
        {
            Assert.Contains(wrong, sentence => sentence.Contains(name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Host=db;Maximum Pool Size=4", "Maximum Pool Size=4")]
    [InlineData("Host=db;Pooling=false", "Pooling=false")]
    public void A_silo_without_a_sensible_budget_of_connections_does_not_start(string connection, string named)
    {
        var wrong = SiloSettingsCheck.Check(new SiloSettings { Mode = SiloMode.Cluster, PostgreSql = connection, Secret = new string('a', 64) });

        Assert.Contains(named, Assert.Single(wrong), StringComparison.Ordinal);
    }
}

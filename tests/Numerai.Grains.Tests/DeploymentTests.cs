using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests;

/// <summary>What the files under deploy/ say of a silo is true of it: a setting of another name would be passed over in silence.</summary>
public sealed partial class DeploymentTests
{
    internal static DirectoryInfo Root { get; } = new(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Path.Combine(Root.FullName, "deploy"), "*", SearchOption.AllDirectories)
        .Where(file => SettingName().IsMatch(File.ReadAllText(file)))
        .Select(file => Path.GetRelativePath(Root.FullName, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_setting_of_a_deployment_file_is_one_of_a_silo(string file)
    {
        var known = typeof(SiloSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(
            SettingName().Matches(File.ReadAllText(Path.Combine(Root.FullName, file))),
            match => Assert.Contains(match.Groups["name"].Value, known));
    }

    [Theory]
    [InlineData("deploy/compose.yaml", @"stop_grace_period: (?<seconds>\d+)s")]
    [InlineData("deploy/kubernetes/numerai.yaml", @"terminationGracePeriodSeconds: (?<seconds>\d+)")]
    [InlineData("deploy/systemd/numerai.service", @"TimeoutStopSec=(?<seconds>\d+)")]
    public void A_silo_is_given_longer_to_stop_than_it_takes_to_drain(string file, string pattern)
    {
        var given = Regex.Match(File.ReadAllText(Path.Combine(Root.FullName, file)), pattern, RegexOptions.ExplicitCapture);

        Assert.True(given.Success);
        Assert.True(TimeSpan.FromSeconds(int.Parse(given.Groups["seconds"].Value, null)) > new SiloSettings().DrainTimeout);
    }

    [Fact]
    public void No_deployment_opens_a_port_for_Orleans_clients() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Root.FullName, "deploy"), "*", SearchOption.AllDirectories),
        file => Assert.DoesNotMatch("(?i)gateway|30000", File.ReadAllText(file)));

    /// <summary>Between the documents of the manifest, those that say who may reach what.</summary>
    [Theory]
    [InlineData("app: numerai-silo", "11111")]
    [InlineData("app: postgresql", "5432")]
    public void On_Kubernetes_only_silos_reach_the_ports_of_silos_and_the_database(string reached, string port)
    {
        var policies = File.ReadAllText(Path.Combine(Root.FullName, "deploy", "kubernetes", "numerai.yaml")).Split("\n---\n")
            .Where(document => document.Contains("kind: NetworkPolicy", StringComparison.Ordinal));
        var selector = $"podSelector: {{ matchLabels: {{ {reached} }} }}\n  policyTypes: [Ingress]";
        var policy = Assert.Single(policies, document => document.Contains(selector, StringComparison.Ordinal));

        var rule = Assert.Single(policy.Split("    - "), part => part.Contains($"port: {port} ", StringComparison.Ordinal));
        Assert.Contains("from: [{ podSelector: { matchLabels: { app: numerai-silo } } }]", rule, StringComparison.Ordinal);
        Assert.Equal(11111, new SiloSettings().SiloPort);
    }

    [GeneratedRegex(@"Silo__(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex SettingName();

    private static string Here([CallerFilePath] string source = "") => source;
}

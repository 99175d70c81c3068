using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Numerai.Silo.Hosting;

namespace Numerai.Grains.Tests;

/// <summary>What the files under deploy/ say of a silo is true of it: a setting of another name would be passed over in silence.</summary>
public sealed partial class DeploymentTests
{
    private static readonly DirectoryInfo _root = new(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(_root.FullName, "deploy"), "*", SearchOption.AllDirectories)
        .Where(file => SettingName().IsMatch(File.ReadAllText(file)))
        .Select(file => Path.GetRelativePath(_root.FullName, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_setting_of_a_deployment_file_is_one_of_a_silo(string file)
    {
        var known = typeof(SiloSettings).GetProperties().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            SettingName().Matches(File.ReadAllText(Path.Combine(_root.FullName, file))),
            match => Assert.Contains(match.Groups["name"].Value, known));
    }

    [Theory]
    [InlineData("deploy/compose.yaml", @"stop_grace_period: (?<seconds>\d+)s")]
    [InlineData("deploy/kubernetes/numerai.yaml", @"terminationGracePeriodSeconds: (?<seconds>\d+)")]
    [InlineData("deploy/systemd/numerai-silo.service", @"TimeoutStopSec=(?<seconds>\d+)")]
    public void A_silo_is_given_longer_to_stop_than_it_takes_to_drain(string file, string pattern)
    {
        var given = Regex.Match(File.ReadAllText(Path.Combine(_root.FullName, file)), pattern, RegexOptions.ExplicitCapture);

        Assert.True(given.Success);
        Assert.True(TimeSpan.FromSeconds(int.Parse(given.Groups["seconds"].Value, null)) > new SiloSettings().DrainTimeout);
    }

    [GeneratedRegex(@"Silo__(?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex SettingName();

    private static string Here([CallerFilePath] string source = "") => source;
}

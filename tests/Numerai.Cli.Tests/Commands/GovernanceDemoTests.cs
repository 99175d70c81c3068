using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Numerai.Cli.Tests.Readme;

namespace Numerai.Cli.Tests.Commands;

/// <summary>The story of governance and agreements, told over HTTP by a demonstration.</summary>
public sealed partial class GovernanceDemoTests
{
    [Fact]
    public async Task Holders_change_the_payout_a_signal_is_sold_and_the_transcript_is_what_the_guide_shows()
    {
        var folder = Directory.CreateTempSubdirectory("numerai-governance-").FullName;
        try
        {
            var demo = Path.Combine(folder, "demo");
            var output = await CliRun.OutputAsync(null, "demo", "governance", "--folder", demo);

            var printed = output.Split('\n').ToHashSet(StringComparer.Ordinal);
            Assert.All(Shown(), line => Assert.Contains(line, printed));
            Assert.Contains("the same bytes, SHA-256", output, StringComparison.Ordinal);
            Assert.Contains("The chain of 2 executed actions holds", output, StringComparison.Ordinal);
            Assert.Contains("difference 0. Conservation holds.", output, StringComparison.Ordinal);
            Assert.Contains("are computed again: everything holds.", output, StringComparison.Ordinal);
            var transcript = await File.ReadAllBytesAsync(
                Path.Combine(demo, "results", "transcript.txt"), TestContext.Current.CancellationToken);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(transcript))[..16], ResultLine().Match(output).Groups[1].Value);
            Assert.True(File.Exists(Path.Combine(demo, "participants", "backtest", "backtest.html")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_readme_leads_to_it() =>
        Assert.Contains(
            "./numerai demo governance", File.ReadAllText(Path.Combine(ReadmeCommands.Root, "README.md")), StringComparison.Ordinal);

    /// <summary>The lines of the transcript that the guide shows.</summary>
    private static List<string> Shown()
    {
        var lines = File.ReadAllLines(Path.Combine(ReadmeCommands.Root, "docs", "governance.md")).ToList();
        var start = lines.FindIndex(lines.IndexOf("$ ./numerai demo governance"), line => line == "```text") + 1;
        return lines[start..lines.IndexOf("```", start)];
    }

    [GeneratedRegex("^Result ([0-9a-f]{16}) ", RegexOptions.Multiline)]
    private static partial Regex ResultLine();
}

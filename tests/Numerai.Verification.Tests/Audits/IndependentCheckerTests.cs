using System.Diagnostics;
using Numerai.Verification.Audits;

namespace Numerai.Verification.Tests.Audits;

/// <summary>The Python checker under docs/verify comes to what the audit comes to, from the documented format alone.</summary>
public sealed class IndependentCheckerTests(WholeExport honest) : IClassFixture<WholeExport>
{
    private const int Off = 4;

    /// <summary>What the checker leaves to the audit: the stakes' history, what is in Parquet files.</summary>
    private static readonly string[] _auditOnly = [AuditCodes.StakeAtRiskWrong, AuditCodes.InputWrong];

    [Fact]
    public async Task An_honest_export_holds()
    {
        var (exitCode, output) = await CheckAsync(honest.Folder);

        Assert.True(exitCode == 0, output);
        Assert.StartsWith("everything holds: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_forgery_is_found()
    {
        var forgeries = Forgeries.All.Where(forgery => !_auditOnly.Contains(forgery.Code)).ToList();
        var exports = forgeries.ConvertAll(_ => new ForgedExport(honest.Folder));
        foreach (var (forgery, export) in forgeries.Zip(exports))
        {
            forgery.Apply(export);
        }

        var (exitCode, output) = await CheckAsync([.. exports.Select(export => export.Folder)]);
        exports.ForEach(export => export.Dispose());

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Off, exitCode);
        Assert.Equal(forgeries.Count, lines.Length);
        Assert.DoesNotContain(
            forgeries.Zip(lines),
            pair =>
                !pair.Second.StartsWith("off: ", StringComparison.Ordinal)
                    && !pair.Second.StartsWith("export_unreadable: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_no_export_is_refused()
    {
        var (exitCode, _) = await CheckAsync(Path.Combine(honest.Folder, "rounds"));

        Assert.Equal(1, exitCode);
    }

    internal static async Task<(int ExitCode, string Output)> CheckAsync(params string[] folders)
    {
        var start = new ProcessStartInfo("python3", [Script(), .. folders]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        if (process is null)
        {
            Assert.Skip("There is no python3 on this machine, so docs/verify/check_export.py was NOT tested.");
        }

        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "docs", "verify", "check_export.py") is var path && File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("docs/verify/check_export.py is not above the tests.");
    }
}

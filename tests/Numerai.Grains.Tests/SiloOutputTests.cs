using System.Diagnostics;
using System.Globalization;
using Numerai.Client;
using Numerai.Web.Authentication;
using Numerai.Web.Hosting;

namespace Numerai.Grains.Tests;

/// <summary>What a server prints.</summary>
public sealed class SiloOutputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-silo-");

    [Fact]
    public async Task It_names_the_file_of_the_operators_key_and_prints_no_secret()
    {
        var (exitCode, printed) = await RunAsync(_folder.FullName);

        Assert.Equal(0, exitCode);
        var file = Path.Combine(_folder.FullName, OperatorKey.FileName);
        Assert.Contains($"Operator's key: made, and kept in {file}.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(NumeraiConfiguration.Read(file)!.SecretKey!, printed, StringComparison.Ordinal);
        var secret = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, ServerSecrets.FileName), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(secret.Trim(), printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_nobody_expected_ends_with_a_code_a_sentence_and_a_report_in_its_folder()
    {
        // A database that is no database: the silo checks settings and locks, and leaves its own file to SQLite.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "numerai.db"), new string('x', 4096), TestContext.Current.CancellationToken);

        var (exitCode, printed) = await RunAsync(_folder.FullName);

        Assert.Equal(70, exitCode);
        var report = Assert.Single(_folder.GetFiles("numerai-fault-*.txt"));
        Assert.Contains($"unexpected_error: ", printed, StringComparison.Ordinal);
        Assert.Contains(report.FullName, printed, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Runs a silo until it has said where the key is, asks it to stop, and returns all that it printed.</summary>
    private static async Task<(int ExitCode, string Printed)> RunAsync(string folder)
    {
        using var silo = SiloProgram.Start(folder, errors: true);
        var errors = silo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = new List<string>();
        while (await silo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            printed.Add(line);
            if (line.StartsWith("Operator's key", StringComparison.Ordinal))
            {
                using var signal = Process.Start("kill", ["-TERM", silo.Id.ToString(CultureInfo.InvariantCulture)]);
                await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
        }

        printed.Add(await errors);
        await silo.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (silo.ExitCode, string.Join('\n', printed));
    }
}

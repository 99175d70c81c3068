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

    /// <summary>The tests of the command line say so too, of the same program.</summary>
    [Fact(Explicit = true)]
    public async Task It_names_the_file_of_the_operators_key_and_prints_no_secret()
    {
        var (exitCode, printed) = await RunAsync(_folder.FullName);

        Assert.Equal(0, exitCode);
        var file = Path.Combine(_folder.FullName, OperatorKey.FileName);
        Assert.Contains($"Operator's key: made, and kept in {file}.", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(NumeraiConfiguration.Read(file)!.SecretKey!, printed, StringComparison.Ordinal);
        var secret = await File.ReadAllTextAsync(
            Path.Combine(_folder.FullName, ServerSecrets.FileName), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(secret.Trim(), printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_none_is_refused_with_a_sentence_that_names_it()
    {
        var file = Path.Combine(_folder.FullName, "numerai.db");
        await File.WriteAllTextAsync(file, new string('x', 4096), TestContext.Current.CancellationToken);

        var (exitCode, printed) = await RunAsync(_folder.FullName);

        Assert.Equal(1, exitCode);
        Assert.Contains($"database_unfit: {file} is damaged, or no SQLite database", printed, StringComparison.Ordinal);
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

using System.Net;
using System.Net.Sockets;
using Numerai.Cli.Demo;
using Numerai.Client;

namespace Numerai.Cli.Tests.Readme;

/// <summary>What the README promises a newcomer, done line by line.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Program = "./numerai";
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-readme-").FullName;
    private readonly Uri _server = new($"http://127.0.0.1:{FreePort()}");

    [Fact]
    public async Task Every_command_of_the_README_does_what_it_says()
    {
        using var shell = new Shell(_folder, _server);
        var commands = ReadmeCommands.All();
        Assert.Contains($"{Program} demo", commands);
        foreach (var command in commands)
        {
            if (command == $"{Program} test")
            {
                // This test is part of it; that it exists is all that can be checked from inside.
                Assert.Contains(command, await File.ReadAllTextAsync(Path.Combine(ReadmeCommands.Root, ".ci", "run")));
                continue;
            }

            await RunAsync(shell, command);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RunAsync(Shell shell, string command)
    {
        Assert.StartsWith(Program + " ", command);
        var line = command.Replace(Program, $"dotnet '{typeof(DemoServer).Assembly.Location}'", StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8080", _server.ToString().TrimEnd('/'), StringComparison.Ordinal);
        if (line.EndsWith(" &", StringComparison.Ordinal))
        {
            shell.RunInBackground(line[..^2]);
            await WaitUntilReadyAsync();
            return;
        }

        var (exitCode, text) = await shell.RunAsync(line);
        Assert.True(exitCode == 0, $"{command} ended with {exitCode}:\n{text}");
        Assert.NotEqual(string.Empty, text);
        if (command == $"{Program} demo")
        {
            var printed = text.Split('\n').Select(printedLine => printedLine.Trim()).ToHashSet(StringComparer.Ordinal);
            Assert.All(ReadmeCommands.DemoTranscript(), shown => Assert.Contains(shown, printed));
        }
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new NumeraiClient(new NumeraiClientOptions { Url = _server });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await client.IsReadyAsync(patience.Token))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

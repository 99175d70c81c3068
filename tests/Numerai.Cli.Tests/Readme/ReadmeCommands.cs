using System.Runtime.CompilerServices;

namespace Numerai.Cli.Tests.Readme;

/// <summary>Finds the commands of the README: the lines after "$ " in its console blocks, in order.</summary>
internal static class ReadmeCommands
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> All()
    {
        var commands = new List<string>();
        var inConsole = false;
        foreach (var line in File.ReadLines(Path.Combine(Root, "README.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inConsole = line == "```console";
            }
            else if (inConsole && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                commands.Add(line[2..]);
            }
        }

        return commands;
    }

    /// <summary>The lines of output that the README shows for the demonstration; "..." stands for what it leaves out.</summary>
    public static IReadOnlyList<string> DemoTranscript()
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "README.md")).ToList();
        var start = lines.FindIndex(lines.IndexOf("$ ./numerai demo"), line => line == "```text") + 1;
        var end = lines.FindIndex(start, line => line == "```");
        return [.. lines[start..end].Select(line => line.Trim()).Where(line => line.Length > 0 && line != "...")];
    }

    private static string FindRoot([CallerFilePath] string source = "")
    {
        var folder = Path.GetDirectoryName(source);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Numerai.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The root of the repository was not found above this file.");
    }
}

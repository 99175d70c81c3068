using Spectre.Console;

namespace Numerai.Cli.Demo;

/// <summary>Where demonstrations print.</summary>
internal static class DemoConsole
{
    private const int PipeWidth = 140;

    /// <summary>Files and pipes have no width of their own; tables of the summary fit this one.</summary>
    public static IAnsiConsole Make()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }
}

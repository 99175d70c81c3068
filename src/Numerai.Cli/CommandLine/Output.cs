using System.Text.Json;
using Numerai.Client;
using Numerai.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Numerai.Cli.CommandLine;

/// <summary>What a command prints: a table for people, or the value as JSON for programs. Colours only on a terminal.</summary>
internal sealed class Output(bool json)
{
    /// <summary>Wide enough that no row of a table is folded in a file or pipe.</summary>
    private const int PipeWidth = 400;

    public bool IsJson => json;

    public void Write<T>(Page<T> page, TableView<T> view)
    {
        if (json)
        {
            WriteJson(page);
            return;
        }

        if (page.Items.Count == 0)
        {
            Say(view.WhenEmpty);
            return;
        }

        Print(view.Render(page.Items));
        if (page.More)
        {
            Say($"There are more: --offset {page.Offset + page.Items.Count} goes on.");
        }
    }

    public void Write<T>(T value, DetailView<T> view)
    {
        if (json)
        {
            WriteJson(value);
            return;
        }

        foreach (var (label, text) in view.Lines(value))
        {
            if (Console.IsOutputRedirected)
            {
                Console.Out.WriteLine($"{label}  {text}");
            }
            else
            {
                AnsiConsole.MarkupLineInterpolated($"[bold]{label}[/]  {text}");
            }
        }
    }

    /// <summary>A table below others, left out of the JSON form.</summary>
    public void WriteTable<T>(IReadOnlyList<T> rows, TableView<T> view)
    {
        if (!json && rows.Count > 0)
        {
            Print(view.Render(rows));
        }
    }

    /// <summary>A line for people, left out of the JSON form.</summary>
    public void Say(string line)
    {
        if (!json)
        {
            Console.Out.WriteLine(line);
        }
    }

    public static void WriteJson<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, NumeraiJson.Indented));

    private static void Print(IRenderable table)
    {
        if (!Console.IsOutputRedirected)
        {
            AnsiConsole.Write(table);
            return;
        }

        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = PipeWidth;
        console.Write(table);

        // A table is padded to its width; in files and pipes the padding would only be in the way.
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            Console.Out.WriteLine(line);
        }
    }
}

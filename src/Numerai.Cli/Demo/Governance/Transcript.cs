using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spectre.Console;

namespace Numerai.Cli.Demo.Governance;

/// <summary>
/// What a demonstration tells, line by line, with the day it is on the server's clock. Lines hold nothing of the machine or of chance, so
/// that the hash over them is the same for everybody.
/// </summary>
internal sealed class Transcript(IAnsiConsole console)
{
    private readonly StringBuilder _lines = new();

    /// <summary>The time on the server's clock.</summary>
    public DateTimeOffset Now { get; set; }

    public string Text => _lines.ToString();

    /// <summary>SHA-256 over all lines.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public void Chapter(string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        _lines.Append("# ").Append(title).Append('\n');
    }

    public void Say(string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{Now.UtcDateTime:yyyy-MM-dd HH:mm}  {what}");
        console.Profile.Out.Writer.WriteLine(line);
        _lines.Append(line).Append('\n');
    }
}

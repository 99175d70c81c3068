namespace Numerai.Cli.CommandLine;

/// <summary>How one thing is shown: a line per field.</summary>
internal sealed class DetailView<T>
{
    private readonly List<(string Label, Func<T, string?> Text)> _fields = [];

    public DetailView<T> Field(string label, Func<T, string?> text)
    {
        _fields.Add((label, text));
        return this;
    }

    /// <summary>The fields that have a value.</summary>
    public IEnumerable<(string Label, string Text)> Lines(T value)
    {
        var lines = _fields.Select(field => (field.Label, Text: field.Text(value) ?? string.Empty)).Where(line => line.Text.Length > 0)
            .ToList();
        var width = lines.Select(line => line.Label.Length).DefaultIfEmpty().Max();
        return lines.Select(line => (line.Label.PadRight(width), line.Text));
    }
}

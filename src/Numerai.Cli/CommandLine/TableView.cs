using Spectre.Console;
using Spectre.Console.Rendering;

namespace Numerai.Cli.CommandLine;

/// <summary>How rows of one kind are shown.</summary>
internal sealed class TableView<T>(string whenEmpty)
{
    private readonly List<(string Header, Func<T, string> Text, Justify Justify)> _columns = [];

    public string WhenEmpty => whenEmpty;

    public TableView<T> Text(string header, Func<T, string?> text) => Add(header, text, Justify.Left);

    public TableView<T> Number(string header, Func<T, string?> text) => Add(header, text, Justify.Right);

    public IRenderable Render(IEnumerable<T> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (header, _, justify) in _columns)
        {
            table.AddColumn(
                new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))) { Alignment = justify, NoWrap = true });
        }

        foreach (var row in rows)
        {
            table.AddRow(_columns.Select(column => new Text(column.Text(row))));
        }

        return table;
    }

    private TableView<T> Add(string header, Func<T, string?> text, Justify justify)
    {
        _columns.Add((header, row => text(row) ?? string.Empty, justify));
        return this;
    }
}

using System.Net;
using System.Text;

namespace Numerai.Simulations.Reports;

/// <summary>A table of a report.</summary>
internal sealed class HtmlTable(params string[] columns)
{
    private readonly StringBuilder _rows = new();

    /// <summary>Adds a row; a cell that begins with '+' or '-' and is marked is coloured by its sign.</summary>
    public HtmlTable Row(params HtmlCell[] cells)
    {
        _rows.Append("<tr>");
        foreach (var cell in cells)
        {
            _rows.Append(cell.Mark is { } mark ? $"<td class=\"{mark}\">" : "<td>").Append(WebUtility.HtmlEncode(cell.Text))
                .Append("</td>");
        }

        _rows.Append("</tr>");
        return this;
    }

    public override string ToString() =>
        "<div class=\"scroll\"><table><thead><tr>"
        + string.Concat(columns.Select(column => $"<th>{WebUtility.HtmlEncode(column)}</th>"))
        + $"</tr></thead><tbody>{_rows}</tbody></table></div>";
}

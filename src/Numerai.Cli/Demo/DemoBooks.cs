using System.Globalization;
using Numerai.Contracts;
using Spectre.Console;

namespace Numerai.Cli.Demo;

/// <summary>The money of a demonstration, and how its tables look.</summary>
internal static class DemoBooks
{
    public static void Print(IAnsiConsole console, IReadOnlyList<Settlement> settlements, Conservation books)
    {
        var paid = settlements.Aggregate(Nmr.Zero, (sum, settlement) => sum + settlement.Paid);
        var burned = settlements.Aggregate(Nmr.Zero, (sum, settlement) => sum + settlement.Burned);
        var table = Table("Books in NMR", ["what", "amount"]);
        table.AddRow($"paid by {settlements.Count} rounds", paid.ToString());
        table.AddRow("burned", burned.ToString());
        table.AddEmptyRow();
        table.AddRow("issued (minted and deposited, less withdrawals)", books.Issued.ToString());
        table.AddRow("= wallets", books.Wallets.ToString());
        table.AddRow("+ active stakes", books.Stakes.ToString());
        table.AddRow("+ pending releases", books.Pending.ToString());
        table.AddRow("+ treasury", books.Treasury.ToString());
        table.AddRow("+ burned", books.Burned.ToString());
        table.AddRow("difference", books.Difference.ToString());
        console.Write(table);
        console.MarkupLine(books.Holds
            ? "[green]Conservation holds[/]: every NMR is accounted for, and all balances equal the ledger's to the wei."
            : $"[red]Conservation is broken[/]: {books.Gaps.Count} balances differ from the ledger.");
    }

    /// <summary>An empty table; the first column is text, the others numbers.</summary>
    public static Table Table(string title, IReadOnlyList<string> columns)
    {
        var table = new Table { Title = new TableTitle(title), Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = column == columns[0] ? Justify.Left : Justify.Right });
        }

        return table;
    }

    public static string Round(Nmr amount) => ((double)amount.Wei / 1e18).ToString("N2", CultureInfo.InvariantCulture);
}

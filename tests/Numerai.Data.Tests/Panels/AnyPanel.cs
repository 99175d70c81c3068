using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Numerai.Data.Csv;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Panels;

/// <summary>A panel as it may come: any first day, length and number of securities, holes, and every layout and type of file.</summary>
/// <param name="Start">First trading day.</param>
/// <param name="Days">Trading days.</param>
/// <param name="Securities">Number of securities.</param>
/// <param name="Layout">One of <see cref="Layouts"/>.</param>
/// <param name="Holes">A close in so many is missing; 0 for none.</param>
/// <param name="Flat">Whether all closes are equal.</param>
/// <param name="Seed">What prices follow from.</param>
public sealed record AnyPanel(DateOnly Start, int Days, int Securities, string Layout, int Holes, bool Flat, int Seed)
{
    public static readonly string[] Layouts = ["long", "stooq", "kaggle", "yfinance", "files", "wide", "long.parquet", "wide.parquet"];

    public static Arbitrary<AnyPanel> Arbitrary() => (
        from start in Gen.Choose(0, 3000)
        from days in Gen.Frequency((3, Gen.Choose(1, 40)), (1, Gen.Choose(120, 130)), (1, Gen.Choose(250, 300)))
        from securities in Gen.Choose(1, 6)
        from layout in Gen.Elements(Layouts)
        from holes in Gen.Elements(0, 0, 0, 40)
        from flat in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new AnyPanel(new DateOnly(2012, 1, 1).AddDays(start), days, securities, layout, holes, flat, seed)).ToArbitrary();

    /// <summary>The trading days: weekdays from the first one on.</summary>
    public DateOnly[] Dates => [.. Enumerable.Range(0, (2 * Days) + 3).Select(Start.AddDays)
        .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(Days)];

    public string Name(int security) => $"S{security}";

    /// <summary>The closes, security by security; NaN where there is none. A security's first day always has one.</summary>
    public double[][] Closes()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Securities).Select(security =>
        {
            var price = 20.0 + security;
            return Enumerable.Range(0, Days).Select(day =>
            {
                price = Flat ? price : Math.Round(price * Math.Exp(0.02 * (random.NextDouble() - 0.5)), 6);
                return Holes > 0 && day > 0 && random.Next(Holes) == 0 ? double.NaN : price;
            }).ToArray();
        })];
    }

    /// <summary>Shares traded.</summary>
    public long Shares(int security, int day) => 1000 + ((security * 37) + (day * 11) % 501);

    /// <summary>Writes the files of the layout into a folder.</summary>
    public void Write(string folder)
    {
        var closes = Closes();
        switch (Layout)
        {
            case "long":
                Save("date,ticker,adj_close,volume\n", (day, name, close, shares) => $"{day:yyyy-MM-dd},{name},{close},{shares}");
                break;
            case "stooq":
                Save("<TICKER>,<DATE>,<CLOSE>,<VOL>\n", (day, name, close, shares) => $"{name},{day:yyyyMMdd},{close},{shares}");
                break;
            case "kaggle":
                Save("date,close,volume,Name\n", (day, name, close, shares) => $"{day:yyyy-MM-dd} 00:00:00,{close},{shares},{name}");
                break;
            case "files":
                for (var security = 0; security < Securities; security++)
                {
                    var lines = Dates.Select((day, at) => $"{day:yyyy-MM-dd},{Text(closes[security][at])},{Shares(security, at)}\n");
                    File.WriteAllText(Path.Combine(folder, Name(security) + ".csv"), "Date,Close,Volume\n" + string.Concat(lines));
                }

                break;
            case "yfinance": File.WriteAllText(Path.Combine(folder, "prices.csv"), TwoHeaders(closes)); break;
            case "long.parquet": WriteLong(folder, closes); break;
            default: WriteWide(folder, closes, Layout == "wide" ? ".csv" : ".parquet"); break;
        }

        void Save(string header, Func<DateOnly, string, string, long, string> line) => File.WriteAllText(
            Path.Combine(folder, "prices.csv"),
            header + string.Concat(Rows(closes, (day, security) =>
                line(Dates[day], Name(security), Text(closes[security][day]), Shares(security, day)) + "\n")));
    }

    private IEnumerable<string> Rows(double[][] closes, Func<int, int, string> row) =>
        from day in Enumerable.Range(0, Days)
        from security in Enumerable.Range(0, closes.Length)
        select row(day, security);

    private static string Text(double close) => double.IsNaN(close) ? "" : close.ToString("R", CultureInfo.InvariantCulture);

    private string TwoHeaders(double[][] closes)
    {
        var text = new StringBuilder("Price");
        var names = string.Concat(Enumerable.Range(0, Securities).Select(security => "," + Name(security)));
        text.Insert(text.Length, ",Close", Securities).Insert(text.Length, ",Volume", Securities);
        text.Append("\nTicker").Append(names).Append(names);
        text.Append("\nDate").Append(',', 2 * Securities).Append('\n');
        var dates = Dates;
        for (var day = 0; day < Days; day++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{dates[day]:yyyy-MM-dd}");
            text.AppendJoin("", closes.Select(one => "," + Text(one[day])));
            text.AppendJoin("", Enumerable.Range(0, Securities).Select(security => $",{Shares(security, day)}")).Append('\n');
        }

        return text.ToString();
    }

    private void WriteLong(string folder, double[][] closes)
    {
        var cells = Enumerable.Range(0, Days)
            .SelectMany(day => Enumerable.Range(0, Securities).Select(security => (day, security))).ToList();
        var dates = Dates;
        ParquetFile.Write(Path.Combine(folder, "prices.parquet"), new Table(
        [
            new TableColumn<DateTime>("Date", [.. cells.Select(cell => dates[cell.day].ToDateTime(default, DateTimeKind.Utc))]),
            new TableColumn<string>("Symbol", [.. cells.Select(cell => Name(cell.security))]),
            new TableColumn<double>("Close", [.. cells.Select(cell => closes[cell.security][cell.day])]),
            new TableColumn<long>("Volume", [.. cells.Select(cell => Shares(cell.security, cell.day))]),
        ]));
    }

    private void WriteWide(string folder, double[][] closes, string form)
    {
        Save("daily_adj_close", (security, day) => closes[security][day]);
        Save("daily_volume", (security, day) => Shares(security, day));

        void Save(string stem, Func<int, int, double> value)
        {
            var table = new Table(
            [
                new TableColumn<DateOnly>("Date", Dates),
                .. Enumerable.Range(0, Securities).Select(security => new TableColumn<double>(
                    Name(security), [.. Enumerable.Range(0, Days).Select(day => value(security, day))])),
            ]);
            var path = Path.Combine(folder, stem + form);
            if (form == ".csv")
            {
                CsvTable.Write(path, table);
            }
            else
            {
                ParquetFile.Write(path, table, new ParquetWriteOptions { IndexColumn = "Date" });
            }
        }
    }
}

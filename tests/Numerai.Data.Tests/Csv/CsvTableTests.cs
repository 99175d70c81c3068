using Numerai.Data.Csv;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Csv;

public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("table.csv")]
    [InlineData("table.csv.gz")]
    public void A_table_comes_back_the_same(string name)
    {
        var table = new Table(
        [
            new TableColumn<string>("id", ["a,b", "say \"hi\"", "line\nbreak"]),
            new TableColumn<double>("prediction", [0.1, double.NaN, 1e-17], [false, true, false]),
            new TableColumn<int>("count", [1, 0, -3], [false, true, false]),
        ]);
        CsvTable.Write(_folder.File(name), table);
        var types = new Dictionary<string, ColumnType> { ["prediction"] = ColumnType.Float64, ["count"] = ColumnType.Int32 };
        var back = CsvTable.Read(_folder.File(name), types);
        Assert.Equal(table.Values<string>("id"), back.Values<string>("id"));
        Assert.Equal(table.Values<double>("prediction"), back.Values<double>("prediction"));
        Assert.Equal(table["count"].Missing, back["count"].Missing);
    }

    [Fact]
    public void A_wrong_cell_is_named()
    {
        File.WriteAllText(_folder.File("bad.csv"), "id,prediction\na,0.5\nb,half\n");
        var error = Assert.Throws<DataFormatException>(
            () => CsvTable.Read(_folder.File("bad.csv"), new Dictionary<string, ColumnType> { ["prediction"] = ColumnType.Float64 }));
        Assert.Equal("csv_malformed", error.Code);
        Assert.Contains("Row 2, column 'prediction'", error.Message);
    }

    [Fact]
    public void A_file_with_too_many_rows_is_refused()
    {
        File.WriteAllText(_folder.File("long.csv"), "id\n" + string.Concat(Enumerable.Repeat("a\n", 11)));
        var error = Assert.Throws<DataFormatException>(() => CsvTable.Read(_folder.File("long.csv"), maximumRows: 10));
        Assert.Equal("file_too_large", error.Code);
    }

    public void Dispose() => _folder.Dispose();
}

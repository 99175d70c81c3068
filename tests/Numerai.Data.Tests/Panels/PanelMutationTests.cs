using System.Text;
using Numerai.Data.Panels;
using Numerai.Data.Parquet;
using Numerai.Data.Submissions;
using Numerai.Data.Tables;

namespace Numerai.Data.Tests.Panels;

/// <summary>Damaged panels and uploads: whatever happened to a file, it is read or refused with a code, and nothing else.</summary>
public sealed class PanelMutationTests : IDisposable
{
    private static readonly byte[] _pieces = "\0\t\r\n,;\"'.-+eE0/:<>|{}\u00ff"u8.ToArray();
    private static readonly SubmissionUniverse _universe =
        SubmissionUniverse.Of("ticker", [.. Enumerable.Range(0, 6).Select(i => $"S{i}")]);
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Panels => ["long", "stooq", "yfinance", "wide", "long.parquet", "sides"];

    public static TheoryData<string> Uploads => ["csv", "quoted.csv", "parquet"];

    [Theory]
    [MemberData(nameof(Panels))]
    public void A_mutated_panel_is_read_or_refused_with_a_code(string kind) => FuzzPanel(kind, 400, 3);

    [Theory]
    [Trait("length", "long")]
    [MemberData(nameof(Panels))]
    public void Ten_thousand_mutated_panels_are_read_or_refused_with_a_code(string kind) => FuzzPanel(kind, 10_000, 1003);

    [Theory]
    [MemberData(nameof(Uploads))]
    public void A_mutated_upload_is_read_or_refused_with_a_code(string kind) => FuzzUpload(kind, 1_000, 5);

    [Theory]
    [Trait("length", "long")]
    [MemberData(nameof(Uploads))]
    public void Fourteen_thousand_mutated_uploads_are_read_or_refused_with_a_code(string kind) => FuzzUpload(kind, 14_000, 1005);

    public void Dispose() => _folder.Dispose();

    private void FuzzPanel(string kind, int attempts, int seed)
    {
        var files = Good(kind);
        var random = new Random(seed);
        var (read, refused) = (0, 0);
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var victim = random.Next(files.Count);
            foreach (var (name, content) in files.Select(
                (file, place) => (file.Name, place == victim ? Mutate(file.Content, random) : file.Content)))
            {
                File.WriteAllBytes(_folder.File(name), content);
            }

            try
            {
                var options = new PanelReadOptions { ThinDays = (ThinDays)random.Next(3), DateOrder = (DateOrder)random.Next(3) };
                Assert.NotEmpty(PanelFolder.Read(_folder.Path, options).Report.Layout);
                read++;
            }
            catch (DataFormatException fault)
            {
                Assert.NotEmpty(fault.Code);
                refused++;
            }
        }

        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    private static void FuzzUpload(string kind, int attempts, int seed)
    {
        var good = Upload(kind);
        var random = new Random(seed);
        var format = SubmissionFormat.OfTickers with { MinimumRows = 2 };
        Assert.NotNull(SubmissionIntake.Read(good, format, _universe).Submission);
        var refusals = 0;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var (valid, refusal) = SubmissionIntake.Read(Mutate(good, random), format, _universe);
            Assert.True(valid is null != refusal is null);
            Assert.True(refusal is null || !refusal.Message.Any(char.IsControl), refusal?.Message);
            refusals += refusal is null ? 0 : 1;
        }

        Assert.True(refusals > 0);
    }

    private static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = _pieces[random.Next(_pieces.Length)]; break;
                case 2: bytes.Insert(at, _pieces[random.Next(_pieces.Length)]); break;
                case 3: bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))); break;
            }
        }

        return [.. bytes];
    }

    private static List<(string Name, byte[] Content)> Good(string kind)
    {
        var days = Enumerable.Range(0, 8).Select(new DateOnly(2021, 4, 5).AddDays).ToList();
        string Lines(Func<DateOnly, string> line) => string.Concat(days.Select(line));
        return kind switch
        {
            "long" => [Text("prices.csv", "date,ticker,adj_close,dollar_volume,sector\n"
                + Lines(day => $"{day:yyyy-MM-dd},A,{day.Day}.5,10,X\n{day:yyyy-MM-dd},B,2,11.5,Y\n"))],
            "stooq" => [Text("prices.csv", "<TICKER>,<PER>,<DATE>,<TIME>,<CLOSE>,<VOL>\n"
                + Lines(day => $"A.US,D,{day:yyyyMMdd},000000,{day.Day}.5,10\n"))],
            "yfinance" => [Text("prices.csv", "Price,Close,Close,Volume,Volume\nTicker,A,B,A,B\nDate,,,,\n"
                + Lines(day => $"{day:yyyy-MM-dd},{day.Day}.5,2,10,20\n"))],
            "wide" => [
                Text("daily_adj_close.csv", "date,A,B\n" + Lines(day => $"{day:yyyy-MM-dd},{day.Day}.5,2\n")),
                Text("daily_volume.csv", "date,A,B\n" + Lines(day => $"{day:yyyy-MM-dd},10,20\n"))],
            "sides" => [
                Text("prices.csv", "date,ticker,close,volume\n" + Lines(day => $"{day:yyyy-MM-dd},A,{day.Day}.5,10\n")),
                Text("universe.csv", "ticker,sector\nA,X\n"),
                Text("a_membership.csv", "ticker,start_date,end_date\nA,2021-04-01,\nA,2020-01-01,9999-12-31\n")],
            _ => [("prices.parquet", Parquet(new Table(
            [
                new TableColumn<DateOnly>("date", [.. days]),
                new TableColumn<string>("ticker", [.. days.Select(_ => "A")]),
                new TableColumn<double>("adj_close", [.. days.Select(day => day.Day + 0.5)]),
                new TableColumn<long>("volume", [.. days.Select(day => (long)day.Day)]),
            ])))],
        };
    }

    private static byte[] Upload(string kind) => kind switch
    {
        "csv" => Encoding.UTF8.GetBytes("ticker,friday_date,signal\n" + Rows(row => $"S{row},20260109.0,0.{row + 1}\n")),
        "quoted.csv" => Encoding.UTF8.GetBytes("\"ticker\",\"signal\"\n" + Rows(row => $"\"S{row}\",\"0.{row + 1}\"\n")),
        _ => Parquet(new Table(
        [
            new TableColumn<string>("ticker", [.. Enumerable.Range(0, 6).Select(row => $"S{row}")]),
            new TableColumn<double>("friday_date", [.. Enumerable.Range(0, 6).Select(_ => 20260109.0)]),
            new TableColumn<float>("signal", [.. Enumerable.Range(0, 6).Select(row => (row + 1) / 10f)]),
        ])),
    };

    private static string Rows(Func<int, string> row) => string.Concat(Enumerable.Range(0, 6).Select(row));

    private static (string Name, byte[] Content) Text(string name, string content) => (name, Encoding.UTF8.GetBytes(content));

    private static byte[] Parquet(Table table)
    {
        using var stream = new MemoryStream();
        ParquetFile.Write(stream, table, new ParquetWriteOptions { PageChecksums = false, Codec = ParquetCodec.None });
        return stream.ToArray();
    }
}

using System.Diagnostics;
using Numerai.Client.Datasets;
using Numerai.Data.Parquet;

namespace Numerai.Data.Tests.Parquet.Participants;

/// <summary>
/// Times the participant's reader against the operator's in one run. Explicit: run with <c>-- --explicit only --filter-class</c>.
/// </summary>
public sealed class ClientSpeedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory(Explicit = true)]
    [InlineData(6_700, 2_748)]
    [InlineData(500_000, 60)]
    public async Task Reading_bins_with_Parquet_Net_is_compared_with_ParquetSharp(int rows, int columns)
    {
        var path = _folder.File("speed.parquet");
        var bins = string.Join(", ", Enumerable.Range(0, columns).Select(c => $"(hash(i * 31 + {c}) % 5)::tinyint as feature_{c}"));
        DuckDbFile.Write(path, "zstd", "v1", $"select {bins} from range({rows}) t(i)");
        ParquetFile.Write(path, ParquetFile.Read(path));
        TimeSpan client = TimeSpan.MaxValue, server = TimeSpan.MaxValue;
        for (var repeat = 0; repeat < 5; repeat++)
        {
            var clock = Stopwatch.StartNew();
            await using (var reader = await DatasetReader.OpenAsync(path))
            {
                for (var group = 0; group < reader.RowGroupCount; group++)
                {
                    foreach (var name in reader.Features)
                    {
                        Assert.Equal(reader.RowsOf(group), (await reader.ReadBinsAsync(group, name)).Length);
                    }
                }
            }

            client = clock.Elapsed < client ? clock.Elapsed : client;
            clock.Restart();
            using (var reader = ParquetReader.Open(path))
            {
                Assert.Equal(rows, reader.ReadRowGroups().Sum(table => table.RowCount));
            }

            server = clock.Elapsed < server ? clock.Elapsed : server;
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{rows} x {columns}: Parquet.Net {client.TotalSeconds:F3} s, ParquetSharp {server.TotalSeconds:F3} s, "
            + $"ratio {client / server:F2}");
    }
}

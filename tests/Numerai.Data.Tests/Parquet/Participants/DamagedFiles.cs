using Numerai.Client.Datasets;
using Numerai.Data.Parquet;

namespace Numerai.Data.Tests.Parquet.Participants;

/// <summary>Files of the operator's library with a few bytes changed, as a participant reads them.</summary>
internal static class DamagedFiles
{
    /// <summary>How many were read, refused and given up; anything else is thrown.</summary>
    internal sealed record Tally(int Read, int Refused, int GivenUp);

    public static async Task<Tally> ReadAsync(ParquetCodec codec, int attempts, int seed, TimeSpan timeout)
    {
        using var memory = new MemoryStream();
        var options = new ParquetWriteOptions { Codec = codec, PageChecksums = false, RowGroupRows = 120 };
        ParquetFile.Write(memory, SampleTable.Create(300), options);
        var good = memory.ToArray();
        var random = new Random(seed);
        var tally = new Tally(0, 0, 0);
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            try
            {
                await ReadAllAsync(Mutate(good, random), timeout);
                tally = tally with { Read = tally.Read + 1 };
            }
            catch (DatasetException refusal)
            {
                tally = refusal.Code == DatasetException.TimedOut
                    ? tally with { GivenUp = tally.GivenUp + 1 }
                    : tally with { Refused = tally.Refused + 1 };
            }
        }

        return tally;
    }

    private static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = (byte[])good.Clone();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = random.Next(2) == 0 ? random.Next(bytes.Length) : bytes.Length - 1 - random.Next(2500);
            bytes[at] = random.Next(3) == 0 ? (byte)0xff : (byte)random.Next(256);
        }

        return bytes;
    }

    private static async Task ReadAllAsync(byte[] bytes, TimeSpan timeout)
    {
        var options = new DatasetReaderOptions { MaximumRowGroupRows = 1_000_000, Timeout = timeout };
        await using var reader = await DatasetReader.OpenAsync(new MemoryStream(bytes), "damaged.parquet", options);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            foreach (var column in reader.Columns)
            {
                if (column.IsNumber)
                {
                    await reader.ReadDoublesAsync(group, column.Name);
                }
                else if (column.Type is DatasetColumnType.Text or DatasetColumnType.Date)
                {
                    await reader.ReadTextAsync(group, column.Name);
                }
            }
        }
    }
}

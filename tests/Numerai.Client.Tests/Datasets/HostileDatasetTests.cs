using Numerai.Client.Datasets;

namespace Numerai.Client.Tests.Datasets;

/// <summary>Whatever is in a file, reading it ends with its values or with a <see cref="DatasetException"/>.</summary>
public sealed class HostileDatasetTests
{
    public static TheoryData<string, byte[]> NotParquet() => new()
    {
        { "empty", [] },
        { "magic only", "PAR1"u8.ToArray() },
        { "two magics", "PAR1PAR1"u8.ToArray() },
        { "footer longer than the file", [.. "PAR1"u8, 0xff, 0xff, 0xff, 0x7f, .. "PAR1"u8] },
        { "negative footer", [.. "PAR1"u8, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, .. "PAR1"u8] },
        { "text", "id,prediction\na,0.5\n"u8.ToArray() },
        { "zeros", new byte[10_000] },
        { "a footer that is one endless number", Footer([0x15, .. Enumerable.Repeat((byte)0xff, 64)]) },
        { "a footer of a thousand million columns", Footer([0x15, 2, 0x19, 0xfc, 0x80, 0xa8, 0xd6, 0xb9, 3]) },
        { "a footer nested without end", Footer([.. Enumerable.Repeat((byte)0x1c, 100_000)]) },
        { "columns within columns without end", Footer([0x15, 2, .. NestedSchema(100_000), 0x16, 0, 0x19, 0x0c, 0]) },
    };

    [Theory]
    [MemberData(nameof(NotParquet))]
    public async Task What_is_not_Parquet_is_refused_as_damaged(string what, byte[] bytes)
    {
        Assert.NotEmpty(what);
        var refusal = await Assert.ThrowsAsync<DatasetException>(() => DatasetReader.OpenAsync(new MemoryStream(bytes), "hostile.parquet"));
        Assert.Equal(DatasetException.Damaged, refusal.Code);
        Assert.Contains("'hostile.parquet' is not a readable Parquet file", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_refused_as_damaged()
    {
        var bytes = await SampleDataset.BytesAsync();
        for (var length = 0; length < bytes.Length; length += 397)
        {
            var cut = bytes[..length];
            Assert.Equal(DatasetException.Damaged, (await Assert.ThrowsAsync<DatasetException>(() => ReadAllAsync(cut))).Code);
        }
    }

    [Fact]
    public async Task Six_hundred_mutated_files_are_read_or_refused_and_none_is_read_for_ever()
    {
        var good = await SampleDataset.BytesAsync();
        var random = new Random(17);
        var refused = 0;
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var bytes = (byte[])good.Clone();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                bytes[random.Next(2) == 0 ? random.Next(bytes.Length) : bytes.Length - 1 - random.Next(2500)] = (byte)random.Next(256);
            }

            try
            {
                await ReadAllAsync(bytes);
            }
            catch (DatasetException refusal) when (refusal.Code is not DatasetException.TimedOut)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 200, 599);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_in_time_is_given_up_and_the_reader_says_so()
    {
        var time = new StoppedTime();
        var options = new DatasetReaderOptions { Timeout = TimeSpan.FromSeconds(30), Time = time };
        using var stream = new SlowStream(await SampleDataset.BytesAsync());
        await using var reader = await DatasetReader.OpenAsync(stream, "slow.parquet", options);
        stream.Hold();
        var read = reader.ReadFloatsAsync(0, "target");
        await stream.Held;
        time.Fire();
        var refusal = await Assert.ThrowsAsync<DatasetException>(() => read);
        Assert.Equal(DatasetException.TimedOut, refusal.Code);
        Assert.Contains("column 'target' of file 'slow.parquet' took longer than 30 s", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.ReadFloatsAsync(0, "target"));
        stream.Release();
    }

    /// <summary>A list of schema elements (name, one child), each within the one before.</summary>
    private static IEnumerable<byte> NestedSchema(int depth) =>
    [
        0x19, 0xfc, (byte)(depth & 127 | 128), (byte)(depth >> 7 & 127 | 128), (byte)(depth >> 14),
        .. Enumerable.Repeat<byte[]>([0x48, 1, (byte)'a', 0x15, 2, 0], depth).SelectMany(element => element),
    ];

    private static byte[] Footer(byte[] footer) => [.. "PAR1"u8, .. footer, .. BitConverter.GetBytes(footer.Length), .. "PAR1"u8];

    private static async Task ReadAllAsync(byte[] bytes)
    {
        var options = new DatasetReaderOptions { MaximumRowGroupRows = 1_000_000 };
        await using var reader = await DatasetReader.OpenAsync(new MemoryStream(bytes), "mutated.parquet", options);
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

    /// <summary>Timers that end when they are told to.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        private Action _fire = () => { };

        public void Fire() => _fire();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _fire = () => callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stands for a decoder that does not stop: its next read hangs until it is released.</summary>
    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _open = new(true);

        public Task Held => _held.Task;

        public void Hold() => _open.Reset();

        public void Release() => _open.Set();

        public override int ReadByte()
        {
            if (!_open.IsSet)
            {
                _held.TrySetResult();
                _open.Wait();
            }

            return base.ReadByte();
        }
    }
}

namespace Numerai.Client.Datasets.Files;

/// <summary>
/// A data file as the Parquet library sees it. A damaged page header can send the library round in circles, past the end of the file or
/// into structures without end; each of these reads, so each ends here: at the end of the file, at the budget of the read, or when the
/// caller has given up.
/// </summary>
internal sealed class GuardedStream(Stream file) : Stream
{
    /// <summary>A page header is some fifty bytes read one by one; values of its statistics are read at once and do not count.</summary>
    private const int LongestHeader = 1024;

    private long _budget;
    private int _headerBytes;
    private CancellationToken _cancellation;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>Begins a read that may take each byte of the file twice, and fails once the caller cancels.</summary>
    public void Begin(CancellationToken cancellation)
    {
        _budget = (2 * file.Length) + LongestHeader;
        _cancellation = cancellation;
    }

    public override int ReadByte()
    {
        if (++_headerBytes > LongestHeader)
        {
            throw new InvalidDataException($"a page header is longer than {LongestHeader} bytes");
        }

        Spend(1);
        var read = file.ReadByte();
        return read >= 0 ? read : throw PastEnd();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        Spend(buffer.Length);
        var read = file.Read(buffer);
        return read > 0 ? read : throw PastEnd();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin)
    {
        if (origin == SeekOrigin.Begin)
        {
            _headerBytes = 0;
        }

        Spend(1);
        return file.Seek(offset, origin);
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static EndOfStreamException PastEnd() => new("it points past its end");

    private void Spend(long bytes)
    {
        _cancellation.ThrowIfCancellationRequested();
        _budget -= Math.Min(bytes, file.Length + 1);
        if (_budget < 0)
        {
            throw new InvalidDataException("its pages lead in circles");
        }
    }
}

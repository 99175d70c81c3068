using System.Buffers;
using ParquetSharp.IO;
using NativeBuffer = ParquetSharp.IO.Buffer;

namespace Numerai.Data.Parquet;

/// <summary>A file in memory as the library's native code reads it: in place, without a call back for every piece.</summary>
internal sealed class PinnedSource : IDisposable
{
    private readonly MemoryHandle _pin;
    private readonly NativeBuffer _buffer;

    public PinnedSource(ReadOnlyMemory<byte> content)
    {
        _pin = content.Pin();
        unsafe
        {
            _buffer = new NativeBuffer((nint)_pin.Pointer, content.Length);
        }

        File = new BufferReader(_buffer);
    }

    public RandomAccessFile File { get; }

    public void Dispose()
    {
        File.Dispose();
        _buffer.Dispose();
        _pin.Dispose();
    }
}

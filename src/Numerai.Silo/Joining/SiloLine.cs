using System.Buffers;
using System.IO.Pipelines;

namespace Numerai.Silo.Joining;

/// <summary>Reads what the other end of a connection says.</summary>
internal static class SiloLine
{
    /// <summary>Exactly so many bytes; what follows stays for Orleans. Null when the other end hung up before.</summary>
    public static async Task<byte[]?> ReadAsync(PipeReader input, int count, CancellationToken cancellation)
    {
        var read = await input.ReadAtLeastAsync(count, cancellation);
        if (read.Buffer.Length < count)
        {
            input.AdvanceTo(read.Buffer.Start);
            return null;
        }

        var frame = read.Buffer.Slice(0, count);
        var bytes = frame.ToArray();
        input.AdvanceTo(frame.End);
        return bytes;
    }

    /// <summary>
    /// Until the other end hangs up, whatever it says till then: were this end the first, the last it said might never arrive.
    /// </summary>
    public static async Task EndAsync(PipeReader input, CancellationToken cancellation)
    {
        try
        {
            ReadResult read;
            do
            {
                read = await input.ReadAsync(cancellation);
                input.AdvanceTo(read.Buffer.End);
            }
            while (!read.IsCompleted);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // It is gone, or does not go by itself.
        }
    }
}

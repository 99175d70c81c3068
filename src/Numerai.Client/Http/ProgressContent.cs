using System.Buffers;
using System.Net;
using Numerai.Client.Datasets;

namespace Numerai.Client.Http;

/// <summary>A file as a request body that reports how much of it is sent.</summary>
internal sealed class ProgressContent(Func<Stream> open, long length, IProgress<TransferProgress>? progress, Action moved) : HttpContent
{
    private const int BlockBytes = 128 * 1024;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        await SerializeToStreamAsync(stream, context, CancellationToken.None).ConfigureAwait(false);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var source = open();
        await using var closing = source.ConfigureAwait(false);
        var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            var sent = 0L;
            while (await source.ReadAsync(block, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                await stream.WriteAsync(block.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                sent += count;
                moved();
                progress?.Report(new TransferProgress(sent, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}

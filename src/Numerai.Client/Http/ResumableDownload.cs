using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Numerai.Client.Datasets;

namespace Numerai.Client.Http;

/// <summary>
/// One download to disk. Bytes go to a file beside the destination whose name carries the hash, so that what an earlier attempt left is
/// continued only when it is of the same content.
/// </summary>
internal sealed class ResumableDownload(
    ApiTransport transport, string path, string name, string destination, IProgress<TransferProgress>? progress)
{
    private const int BlockBytes = 128 * 1024;

    public async Task<DatasetFile> RunAsync(CancellationToken cancellation)
    {
        var file = await DescribeAsync(cancellation).ConfigureAwait(false);
        if (await HoldsAsync(destination, file, cancellation).ConfigureAwait(false))
        {
            progress?.Report(new TransferProgress(file.Length, file.Length));
            return file;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(destination))!);
        var partial = $"{destination}.{file.Sha256[..16]}.part";
        var answer = await transport.AttemptAsync(token => ContinueAsync(file, partial, token), cancellation).ConfigureAwait(false);
        if (!answer.Successful)
        {
            throw Refusals.Of(answer, transport.Options.Url);
        }

        if (!await HoldsAsync(partial, file, cancellation).ConfigureAwait(false))
        {
            File.Delete(partial);
            throw new NumeraiApiException(
                NumeraiApiException.TransferDamaged,
                $"What arrived of {name} does not have the published hash {file.Sha256}; download it again.");
        }

        File.Move(partial, destination, overwrite: true);
        return file;
    }

    private async Task<DatasetFile> DescribeAsync(CancellationToken cancellation)
    {
        DatasetFile? file = null;
        var answer = await transport.AttemptAsync(
            async token =>
            {
                using var request = transport.Request(HttpMethod.Head, path);
                using var response = await transport.Http.SendAsync(request, token).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    file = new DatasetFile(
                        name,
                        response.Content.Headers.ContentLength ?? 0,
                        response.Headers.ETag?.Tag.Trim('"') ?? string.Empty,
                        response.Content.Headers.LastModified ?? default,
                        FileOf(response),
                        Header(response, "Numerai-Round"),
                        Header(response, "Numerai-Note"));
                }

                return await ApiAnswer.ReadAsync(response, token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            // A HEAD answer has no body to read the sentence from.
            var told = await transport.AttemptAsync(AskWhyAsync, cancellation).ConfigureAwait(false);
            throw told.Successful
                ? new NumeraiApiException(
                    "dataset_not_found", $"There was no data file '{name}' on {transport.Options.Url}; try again.", answer.Status)
                : Refusals.Of(told, transport.Options.Url);
        }

        return file is { Sha256.Length: 64 }
            ? file
            : throw Refusals.Of(answer, transport.Options.Url);
    }

    private async Task<ApiAnswer> AskWhyAsync(CancellationToken cancellation)
    {
        using var request = transport.Request(HttpMethod.Get, path);
        using var response = await transport.Http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? new ApiAnswer(response.StatusCode, [], null, null)
            : await ApiAnswer.ReadAsync(response, cancellation).ConfigureAwait(false);
    }

    /// <summary>The name that the server has the content under, where it is another than what was asked for.</summary>
    private static string? FileOf(HttpResponseMessage response)
    {
        const string Root = "/datasets/";
        var location = response.Content.Headers.ContentLocation?.OriginalString;
        return location?.StartsWith(Root, StringComparison.Ordinal) == true ? Uri.UnescapeDataString(location[Root.Length..]) : null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null;

    private async Task<ApiAnswer> ContinueAsync(DatasetFile file, string partial, CancellationToken cancellation)
    {
        using var watch = new StallWatch(transport.Options, cancellation);
        return await watch.RunAsync(token => AttemptAsync(file, partial, watch, token)).ConfigureAwait(false);
    }

    private async Task<ApiAnswer> AttemptAsync(DatasetFile file, string partial, StallWatch watch, CancellationToken cancellation)
    {
        var held = File.Exists(partial) ? new FileInfo(partial).Length : 0;
        if (held >= file.Length)
        {
            return new ApiAnswer(HttpStatusCode.OK, [], null, null);
        }

        using var request = transport.Request(HttpMethod.Get, path);
        if (held > 0)
        {
            request.Headers.Range = new RangeHeaderValue(held, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue($"\"{file.Sha256}\""));
        }

        using var response = await transport.Http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            return await ApiAnswer.ReadAsync(response, cancellation).ConfigureAwait(false);
        }

        // Only a 206 that starts where the file ends continues it; anything else is the whole content.
        var continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == held;
        await CopyAsync(response, partial, continues ? held : 0, file.Length, watch, cancellation).ConfigureAwait(false);
        return new ApiAnswer(HttpStatusCode.OK, [], null, null);
    }

    private async Task CopyAsync(
        HttpResponseMessage response, string partial, long held, long total, StallWatch watch, CancellationToken cancellation)
    {
        var target = new FileStream(partial, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, BlockBytes, useAsync: true);
        await using var closing = target.ConfigureAwait(false);
        target.SetLength(held);
        target.Seek(held, SeekOrigin.Begin);
        var source = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var closingSource = source.ConfigureAwait(false);
        var block = new byte[BlockBytes];
        while (await source.ReadAsync(block, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            await target.WriteAsync(block.AsMemory(0, count), cancellation).ConfigureAwait(false);
            held += count;
            watch.Moved();
            progress?.Report(new TransferProgress(held, total));
        }

        if (held < total)
        {
            throw new IOException($"The connection ended after {held} of {total} bytes.");
        }
    }

    private static async Task<bool> HoldsAsync(string path, DatasetFile file, CancellationToken cancellation)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != file.Length)
        {
            return false;
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BlockBytes, useAsync: true);
        await using var closing = stream.ConfigureAwait(false);
        var hash = await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false);
        return string.Equals(Convert.ToHexStringLower(hash), file.Sha256, StringComparison.Ordinal);
    }
}

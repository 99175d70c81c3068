using Microsoft.AspNetCore.Mvc;
using Numerai.Contracts;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Web.Http;

namespace Numerai.Web.Uploads;

/// <summary>Takes the bytes. The address carries the permission, so there is no key here and no form around the file.</summary>
internal static class UploadEndpoints
{
    /// <summary>Mapped at the root: participants' clients take the address as it is given.</summary>
    public static void MapUploads(this IEndpointRouteBuilder routes) => routes
        .MapPut("/uploads/{token}", ReceiveAsync)
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .WithSummary("Send a file to a signed address, once, before it expires.");

    private static async Task<Answer<UploadResponse>> ReceiveAsync(
        string token, HttpRequest request, UploadTokens tokens, IUploadStore uploads, TournamentTime time)
    {
        var filename = tokens.Read(token, time.GetUtcNow());
        if (!filename.Accepted)
        {
            return Unread(request, filename.Refusal);
        }

        if (await uploads.FindAsync(filename.Value) is not { } ticket)
        {
            return Unread(
                request,
                new Refusal(RefusalCodes.UploadNotFound, $"There is no upload '{filename.Value}' any more; ask for a new address."));
        }

        if (ticket.Sha256 is not null || ticket.Used)
        {
            return Unread(request, new Refusal(
                RefusalCodes.UploadUsed, "A file was sent to this address before; an address takes one file, ask for a new one."));
        }

        if (request.ContentLength > ticket.MaximumBytes)
        {
            return Unread(request, new Refusal(
                RefusalCodes.UploadTooLarge,
                $"The file has {request.ContentLength} bytes; at most {ticket.MaximumBytes} are taken here."));
        }

        if (request.HasFormContentType)
        {
            return Unread(request, new Refusal(
                ApiCodes.UnsupportedMediaType,
                $"The body is a form ('{request.ContentType}'); send the file's bytes as they are, for instance with curl --upload-file."));
        }

        try
        {
            var received = await uploads.ReceiveAsync(filename.Value, request.Body, time.GetUtcNow(), request.HttpContext.RequestAborted);
            return new UploadResponse(received.Filename, received.Length ?? 0, received.Sha256 ?? string.Empty);
        }
        catch (UploadRefusedException refused)
        {
            return Unread(request, refused.Refusal);
        }
    }

    /// <summary>The body is not wanted: the connection is closed behind the answer instead of reading it to its end.</summary>
    private static Refusal Unread(HttpRequest request, Refusal refusal)
    {
        if (request.ContentLength is not 0 && HttpProtocol.IsHttp11(request.Protocol))
        {
            request.HttpContext.Response.Headers.Connection = "close";
        }

        return refusal;
    }

    internal sealed record UploadResponse(string Filename, long Length, string Sha256);
}

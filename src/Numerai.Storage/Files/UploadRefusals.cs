using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Files;

/// <summary>Why an upload is not taken.</summary>
internal static class UploadRefusals
{
    public static UploadRefusedException NotFound(string filename) => new(new Refusal(
        RefusalCodes.UploadNotFound, $"There is no upload '{filename}'; ask for a new upload url."));

    public static UploadRefusedException Expired(UploadTicket ticket) => new(new Refusal(
        RefusalCodes.UploadExpired,
        $"The upload '{ticket.Filename}' expired at {ticket.Expires.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; ask for a new upload url."));

    public static UploadRefusedException AlreadyReceived(UploadTicket ticket) => new(new Refusal(
        RefusalCodes.UploadUsed,
        $"The upload '{ticket.Filename}' already has its bytes; an upload url takes one file, ask for a new one."));

    public static UploadRefusedException BeingReceived(string filename) => new(new Refusal(
        RefusalCodes.UploadUsed,
        $"The upload '{filename}' is being received by another request; wait for it, or ask for a new upload url."));

    public static UploadRefusedException TooLarge(UploadTicket ticket) => new(new Refusal(
        RefusalCodes.UploadTooLarge,
        $"The upload '{ticket.Filename}' is longer than the {ticket.MaximumBytes} bytes allowed; nothing was kept. Send a smaller file, "
            + "gzip helps."));

    public static UploadRefusedException EndedEarly(UploadTicket ticket, long received) => new(new Refusal(
        RefusalCodes.UploadMissing,
        $"The upload '{ticket.Filename}' ended after {received} bytes, before the request said it would; nothing was kept, send the file "
            + "again."));

    public static UploadRefusedException Empty(UploadTicket ticket) => new(new Refusal(
        RefusalCodes.UploadMissing, $"The upload '{ticket.Filename}' has no bytes; send the file as the body of the request."));
}

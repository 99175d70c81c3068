using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Storage.Files;

/// <summary>Takes in the bytes of an upload.</summary>
internal static class UploadBody
{
    private const int BufferSize = 1 << 17;

    /// <exception cref="Numerai.Tournament.Ports.UploadRefusedException">Too long, empty, or the body broke off.</exception>
    public static async Task CopyAsync(UploadTicket ticket, Stream body, HiddenFile file, CancellationToken cancellation)
    {
        var buffer = new byte[BufferSize];
        while (true)
        {
            int read;
            try
            {
                read = await body.ReadAsync(buffer, cancellation);
            }
            catch (IOException)
            {
                throw UploadRefusals.EndedEarly(ticket, file.Length);
            }

            if (read == 0)
            {
                break;
            }

            if (file.Length + read > ticket.MaximumBytes)
            {
                throw UploadRefusals.TooLarge(ticket);
            }

            file.Write(buffer.AsSpan(0, read));
        }

        if (file.Length == 0)
        {
            throw UploadRefusals.Empty(ticket);
        }
    }
}

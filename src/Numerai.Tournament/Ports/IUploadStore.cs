using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Tournament.Ports;

/// <summary>
/// Files on their way in. An upload is begun (which names it), receives its bytes once, and is then used once. Files of accepted
/// submissions are kept for download; begun uploads that expire unused are removed.
/// </summary>
public interface IUploadStore
{
    Task BeginAsync(UploadTicket ticket);

    Task<UploadTicket?> FindAsync(string filename);

    /// <summary>Streams the body to disk. Nothing is kept when it is longer than allowed or ends early.</summary>
    /// <exception cref="UploadRefusedException">Too long, already there, expired or unknown; carries the refusal.</exception>
    Task<UploadTicket> ReceiveAsync(string filename, Stream body, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>A path on this machine with the received bytes, or null.</summary>
    Task<string?> LocalPathAsync(string filename);

    /// <summary>Removes expired uploads that were never used; returns how many.</summary>
    Task<int> SweepAsync(DateTimeOffset now);

    /// <summary>Marks an upload as used, so that the sweep keeps its file. Marking it again is a no-op.</summary>
    Task UseAsync(string filename);
}

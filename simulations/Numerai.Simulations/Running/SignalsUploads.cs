using System.Security.Cryptography;
using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Simulations.Running;

/// <summary>
/// Uploaded files of simulated participants, in a temporary folder until they are used. Names follow from model and round, so that ids do
/// too.
/// </summary>
internal sealed class SignalsUploads : IUploadStore, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-uploads-").FullName;
    private readonly Dictionary<string, UploadTicket> _tickets = new(StringComparer.Ordinal);

    /// <summary>An upload that has arrived.</summary>
    public async Task PutAsync(string filename, AccountId account, ModelId model, byte[] content, DateTimeOffset now)
    {
        await File.WriteAllBytesAsync(PathOf(filename), content);
        await BeginAsync(new UploadTicket(
            filename,
            filename,
            UploadNames.SubmissionPurpose,
            account,
            model,
            content.Length,
            now.AddHours(1),
            content.Length,
            Convert.ToHexStringLower(SHA256.HashData(content)),
            false));
    }

    public Task BeginAsync(UploadTicket ticket)
    {
        _tickets[ticket.Filename] = ticket;
        return Task.CompletedTask;
    }

    public Task<UploadTicket?> FindAsync(string filename) => Task.FromResult(_tickets.GetValueOrDefault(filename));

    public Task<UploadTicket> ReceiveAsync(string filename, Stream body, DateTimeOffset now, CancellationToken cancellation) =>
        throw new NotSupportedException("Simulated uploads arrive whole; see PutAsync.");

    public Task<string?> LocalPathAsync(string filename) => Task.FromResult(_tickets.ContainsKey(filename) ? PathOf(filename) : null);

    public Task<int> SweepAsync(DateTimeOffset now) => Task.FromResult(0);

    /// <summary>A submission was made of it; a simulation keeps no files.</summary>
    public Task UseAsync(string filename)
    {
        _tickets.Remove(filename);
        File.Delete(PathOf(filename));
        return Task.CompletedTask;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string filename) => Path.Combine(_folder, filename);
}

using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>A permission to upload one file.</summary>
/// <param name="Filename">Chosen by the server, unique; joins the upload to the command that uses it.</param>
/// <param name="OriginalName">What the participant calls the file.</param>
/// <param name="Purpose">"submission", "dataset", "target" ...</param>
/// <param name="Sha256">Of the received bytes; null until they are there.</param>
public sealed record UploadTicket(
    string Filename,
    string OriginalName,
    string Purpose,
    AccountId Account,
    ModelId? Model,
    long MaximumBytes,
    DateTimeOffset Expires,
    long? Length,
    string? Sha256,
    bool Used);

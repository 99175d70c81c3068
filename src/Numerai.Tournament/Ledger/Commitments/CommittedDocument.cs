using System.Security.Cryptography;
using System.Text;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Ledger.Commitments;

/// <summary>What is committed to: a stored object or published file by its hash, or a hash alone.</summary>
/// <param name="Kind">See <see cref="CommitmentKinds"/>.</param>
/// <param name="Day">Scoring day of a target or of scores, else null.</param>
/// <param name="Document">Name in its store; empty when the hash stands for itself.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Length">Bytes of the document, 0 when there is none.</param>
public sealed record CommittedDocument(string Kind, int? Day, string Document, string Sha256, long Length)
{
    public static CommittedDocument Of(string kind, ObjectReference reference, int? day = null) =>
        new(kind, day, reference.Name, reference.Sha256, reference.Length);

    public static CommittedDocument Of(string kind, DatasetFile file) => new(kind, null, file.Name, file.Sha256, file.Length);

    /// <summary>A commitment to a hash that needs no document, such as a Merkle root.</summary>
    public static CommittedDocument OfHash(string kind, string sha256) => new(kind, null, string.Empty, sha256, 0);

    /// <summary>A commitment to a text that stands elsewhere.</summary>
    public static CommittedDocument OfText(string kind, string text) =>
        OfHash(kind, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}

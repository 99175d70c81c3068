using Numerai.Contracts;

namespace Numerai.Tournament.Ledger.Commitments;

/// <summary>
/// One link of a round's chain of commitments: from its time on, the document can't be changed without everybody seeing it.
/// </summary>
/// <param name="Sequence">1, 2, 3 ... within the round.</param>
/// <param name="Kind">See <see cref="CommitmentKinds"/>.</param>
/// <param name="Day">Scoring day of a target or of scores, else null.</param>
/// <param name="Document">Name of the document in its store; empty when the hash stands for itself.</param>
/// <param name="Sha256">Hash of the document's bytes, lower-case hexadecimal.</param>
/// <param name="Length">The document's bytes.</param>
/// <param name="Previous">Hash of the link before, or 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over all the other fields; see <see cref="CommitmentChain"/>.</param>
public sealed record Commitment(
    RoundId Round,
    int Sequence,
    string Kind,
    int? Day,
    string Document,
    string Sha256,
    long Length,
    DateTimeOffset Time,
    string Previous,
    string Hash);

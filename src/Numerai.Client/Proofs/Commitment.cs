namespace Numerai.Client.Proofs;

/// <summary>One link of what a round has bound itself to, with every field as it is hashed.</summary>
/// <param name="Kind">"universe", "live_data", "settings", "submissions", "target", "scores", "settlement_root" ...; see
/// docs/verify.md.</param>
/// <param name="Day">Scoring day of targets and scores, else null.</param>
/// <param name="Document">Name of the committed document; empty when the hash stands for itself.</param>
/// <param name="Time">With all seven digits of the second, because the hash is taken over them.</param>
public sealed record Commitment(
    string Round,
    int Sequence,
    string Kind,
    int? Day,
    string Document,
    string Sha256,
    long Length,
    string Time,
    string Previous,
    string Hash);

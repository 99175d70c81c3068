using Numerai.Contracts;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>What a valid file says, aligned to its round's universe.</summary>
/// <param name="Delayed">Built on the previous round's ids and carried over.</param>
/// <param name="Ids">The round whose ids the file has.</param>
/// <param name="Rows">Live ids with a prediction.</param>
/// <param name="Dropped">Rows whose id is not live.</param>
/// <param name="Notes">Sentences for the participant.</param>
internal sealed record ReadSubmission(ushort[] Codes, bool Delayed, RoundId Ids, int Rows, int Dropped, IReadOnlyList<string> Notes);

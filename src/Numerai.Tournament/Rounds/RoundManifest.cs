using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Rounds;

/// <summary>
/// What a round froze when it closed: the selected submissions with the stakes at risk, ordered by model id. Stored as JSON.
/// </summary>
public sealed record RoundManifest(RoundId Round, ImmutableArray<ManifestRow> Rows);

public sealed record ManifestRow(
    ModelId Model, AccountId Account, SubmissionId Submission, string FileSha256, DateTimeOffset Received, Nmr AtRisk);

using Numerai.Scoring.Indexed;

namespace Numerai.Data.Submissions;

/// <summary>
/// What churn and turnover compare of a submission: its filled ranks and its centered, normalized neutral weights, each by id.
/// </summary>
/// <param name="Ranks">Tie-kept ranks over the universe, 0.5 where the submission has nothing.</param>
/// <param name="Weights">Neutral weights, centered, absolute values summing to one.</param>
public sealed record SubmissionSnapshot(IndexedFrame Ranks, IndexedFrame Weights)
{
    /// <summary>Checks and cleans a submission against the universe of its sample weights and works out its weights.</summary>
    /// <param name="parsed">The submission.</param>
    /// <param name="format">What the tournament accepts.</param>
    /// <param name="neutralizers">One column per neutralizer, by id.</param>
    /// <param name="sampleWeights">One weight per id; these ids are the universe.</param>
    /// <returns>The snapshot, or the refusal.</returns>
    /// <exception cref="Scoring.ScoringException">The neutralizers or weights have gaps or too few shared ids.</exception>
    public static (SubmissionSnapshot? Snapshot, SubmissionRefusal? Refusal) Of(
        ParsedSubmission parsed, SubmissionFormat format, IndexedFrame neutralizers, IndexedFrame sampleWeights)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(sampleWeights);
        SubmissionUniverse universe = SubmissionUniverse.Of(parsed.Header.KeyColumn, sampleWeights.Ids);
        (ValidSubmission? valid, SubmissionRefusal? refusal) = SubmissionValidator.Validate(parsed, format, universe);
        if (valid is null)
        {
            return (null, refusal);
        }

        double[] ranks = SubmissionCleaning.RankAndFill(SubmissionCleaning.Align(universe, valid.Keys, valid.ValuesByEntry));
        IndexedFrame frame = IndexedFrame.Series([.. universe.Ids], ranks, parsed.Header.ValueColumn);
        IndexedFrame weights = IndexedContributions.GenerateNeutralizedWeights(
            frame, neutralizers, sampleWeights, centerAndNormalize: true);
        return (new SubmissionSnapshot(frame, weights), null);
    }
}

using Numerai.Data.Submissions;
using Numerai.Scoring.Diagnostics;

namespace Numerai.Data.Diagnostics;

/// <summary>What came of one era.</summary>
/// <param name="Model">The model's scores; null when the era was not scored.</param>
/// <param name="Example">The example predictions' scores.</param>
/// <param name="CorrelationWithExample">Rank correlation of the two.</param>
/// <param name="Exposures">Absolute correlation with each feature; NaN with a constant one.</param>
/// <param name="Snapshot">What churn and turnover compare; null when securities are not known.</param>
/// <param name="WithoutTarget">Not scored because too few rows have a target.</param>
/// <param name="WithoutPredictions">Not scored because the file has no row of it.</param>
internal sealed record EraOutcome(EraScores? Model, EraScores? Example, double CorrelationWithExample, double[] Exposures,
    SubmissionSnapshot? Snapshot = null, bool WithoutTarget = false, bool WithoutPredictions = false);

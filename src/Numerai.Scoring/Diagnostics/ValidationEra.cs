using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Diagnostics;

/// <summary>One era a model is diagnosed on.</summary>
/// <param name="Era">Its name, e.g. "0575".</param>
/// <param name="Predictions">The model's predictions, one per row, none NaN.</param>
/// <param name="Target">The target; NaN where a row has none.</param>
/// <param name="Inputs">What else the era has: meta model, benchmark, features; what is missing leaves its score NaN.</param>
public sealed record ValidationEra(string Era, ReadOnlyMemory<double> Predictions, ReadOnlyMemory<double> Target, RoundInputs Inputs);

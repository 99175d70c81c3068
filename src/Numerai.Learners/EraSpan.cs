namespace Numerai.Learners;

/// <summary>The rows of one era in a training set.</summary>
/// <param name="Era">Era number.</param>
/// <param name="Start">First row.</param>
/// <param name="Length">Number of rows.</param>
public readonly record struct EraSpan(int Era, int Start, int Length);

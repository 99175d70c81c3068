namespace Numerai.Scoring;

/// <summary>
/// A scoring function was given inputs it must refuse: too few shared ids, values that are not numbers, stakes that do not add up.
/// </summary>
/// <param name="code">One of <see cref="ScoringErrorCodes"/>; stable, meant for programs.</param>
/// <param name="message">A sentence that says what was wrong, where, and what was expected; meant for people.</param>
public sealed class ScoringException(string code, string message) : Exception(message)
{
    /// <summary>The stable code of the refusal, one of <see cref="ScoringErrorCodes"/>.</summary>
    public string Code { get; } = code;
}

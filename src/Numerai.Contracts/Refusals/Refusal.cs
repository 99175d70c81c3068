namespace Numerai.Contracts;

/// <summary>
/// An expected "no": a stable code for programs and a sentence for people that says what was wrong, where, and what to do.
/// </summary>
public sealed record Refusal(string Code, string Message);

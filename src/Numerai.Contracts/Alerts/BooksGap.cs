namespace Numerai.Contracts;

/// <summary>Two books that should say the same and do not.</summary>
/// <param name="Subject">What differs, such as "8/12/MODEL" or "stake:MODEL".</param>
/// <param name="Message">What each side says.</param>
public sealed record BooksGap(string Code, string Subject, string Message);

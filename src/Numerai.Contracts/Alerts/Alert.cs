namespace Numerai.Contracts;

/// <summary>A gap between books that a comparison found, or another fault that a person has to see to.</summary>
/// <param name="Cleared">When a later comparison no longer found it; null while it stands.</param>
public sealed record Alert(string Code, string Subject, string Message, DateTimeOffset Raised, DateTimeOffset? Cleared);

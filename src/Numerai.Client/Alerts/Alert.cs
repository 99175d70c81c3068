namespace Numerai.Client.Alerts;

/// <summary>A gap between books that was found by a comparison.</summary>
/// <param name="Cleared">When a later comparison no longer found it; null while it stands.</param>
public sealed record Alert(string Code, string Subject, string Message, DateTimeOffset Raised, DateTimeOffset? Cleared);

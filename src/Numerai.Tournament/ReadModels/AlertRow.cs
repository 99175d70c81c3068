namespace Numerai.Tournament.ReadModels;

/// <param name="Cleared">When a later look no longer found it; null while it stands.</param>
public sealed record AlertRow(string Code, string Subject, string Message, DateTimeOffset Raised, DateTimeOffset? Cleared);

namespace Numerai.Tournament.Standings.Rows;

/// <param name="Cleared">When a later look no longer found it; null while it stands.</param>
public sealed record AlertRow(string Code, string Subject, string Message, DateTimeOffset Raised, DateTimeOffset? Cleared);

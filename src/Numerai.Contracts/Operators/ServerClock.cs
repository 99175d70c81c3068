namespace Numerai.Contracts;

/// <summary>The server's time, and what became due on the way there.</summary>
public sealed record ServerClock(DateTimeOffset Now, IReadOnlyList<string> Done);

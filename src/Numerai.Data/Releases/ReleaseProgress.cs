namespace Numerai.Data.Releases;

/// <summary>How far a build has come.</summary>
/// <param name="Stage">What is being done now.</param>
/// <param name="Share">Share of the whole that lies behind, 0 to 1.</param>
public sealed record ReleaseProgress(string Stage, double Share);

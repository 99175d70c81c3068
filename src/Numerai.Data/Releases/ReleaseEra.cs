namespace Numerai.Data.Releases;

/// <summary>An era in the operator's calendar.</summary>
/// <param name="Era">Era number.</param>
/// <param name="Date">Its date.</param>
/// <param name="Role">Where it went.</param>
/// <param name="Securities">Size of its universe.</param>
internal sealed record ReleaseEra(int Era, DateOnly Date, EraRole Role, int Securities);

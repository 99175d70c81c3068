namespace Numerai.Client.Scores;

/// <summary>Which scores to list; a field left null does not filter.</summary>
/// <param name="Round">Number of a round; needs <paramref name="Tournament"/>.</param>
/// <param name="Model">Id or name; a name needs <paramref name="Tournament"/> unless the model is in the default tournament.</param>
/// <param name="Day">0 for the latest day of each round.</param>
public sealed record ScoreFilter(
    int? Tournament = null, int? Round = null, string? Model = null, string? Name = null, int? Day = null);

namespace Numerai.Data.Releases;

/// <summary>Content of the operator's <c>calendar.json</c>.</summary>
/// <param name="Version">Release version.</param>
/// <param name="Rounds">Live rounds.</param>
/// <param name="Eras">All eras with their dates, which the public never sees.</param>
internal sealed record ReleaseCalendar(string Version, IReadOnlyList<ReleaseRound> Rounds, IReadOnlyList<ReleaseEra> Eras);

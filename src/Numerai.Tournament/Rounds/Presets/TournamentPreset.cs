using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Data.Signals;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Standings;

namespace Numerai.Tournament.Rounds.Presets;

/// <summary>
/// What a tournament is by nature: its number and name, how its rows are named, what it scores, how its data is laid out. Nothing of it is
/// voted on. What holders change is in its settings, of which only the first ones are here.
/// </summary>
public sealed record TournamentPreset
{
    public required TournamentId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What commands call it.</summary>
    public string Word => Name.ToLowerInvariant();

    /// <summary>What its rows are, in the plural.</summary>
    public required string Traded { get; init; }

    /// <summary>
    /// Whether a security keeps its id. Then rounds stand on a published universe of a day, and submissions carry over by the ids
    /// themselves. Else ids are new in every round: it stands on a live file, has a number in its release, and the operator's map links its
    /// ids to earlier ones.
    /// </summary>
    public required bool KeepsIds { get; init; }

    /// <summary>Whether submissions are held as portfolios: a day of the feed is nothing without neutralizers and sample weights.</summary>
    public bool HoldsPortfolios { get; init; }

    public required ImmutableArray<ScorePlan> Scores { get; init; }

    /// <summary>Columns of a target file, in the order their vectors are stored; the first one pays.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>How a season's titles are given to those who qualified.</summary>
    public required SeasonTitles Titles { get; init; }

    /// <summary>Under which live files are published when nothing else is said.</summary>
    public required string Release { get; init; }

    /// <summary>The first part of its files' names with the '/', where its releases have a folder of their own; else empty.</summary>
    public string Folder => Release[..(Release.IndexOf('/') + 1)];

    /// <summary>How files of days are made from prices; null where a release is made of eras.</summary>
    public DailyReleaseOptions? Days { get; init; }

    /// <summary>Version 1 of its settings; later ones are the schedule's.</summary>
    public required TournamentSettings FirstSettings { get; init; }
}

using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Pages.Tables;

/// <param name="Year">The current season.</param>
public sealed record TournamentTabsView(TournamentId Tournament, int Year);

public sealed record LeaderboardView(TournamentTabsView Tabs, Page<LeaderboardRow> Rows)
{
    /// <summary>The scores that the rows have, in order of their names.</summary>
    public IReadOnlyList<string> Scores { get; } = [
        .. Rows.Items.SelectMany(row => row.Reputation.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

public sealed record AccountsView(TournamentTabsView Tabs, Page<Standing> Rows)
{
    /// <inheritdoc cref="LeaderboardView.Scores"/>
    public IReadOnlyList<string> Scores { get; } = [
        .. Rows.Items.SelectMany(row => row.Reputation.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

public sealed record SeasonView(TournamentTabsView Tabs, int Year, Page<SeasonStanding> Rows);

public sealed record RoundsView(TournamentTabsView Tabs, Page<RoundRow> Rows);

using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Pages.Home;

/// <param name="Alerts">Those that stand.</param>
public sealed record HomeView(IReadOnlyList<TournamentCard> Tournaments, IReadOnlyList<Alert> Alerts);

/// <param name="Newest">Null before the first round.</param>
/// <param name="Resolved">The newest one that is resolved.</param>
/// <param name="Leaders">The first of the leaderboard.</param>
public sealed record TournamentCard(TournamentId Tournament, RoundRow? Newest, RoundRow? Resolved, IReadOnlyList<LeaderboardRow> Leaders);

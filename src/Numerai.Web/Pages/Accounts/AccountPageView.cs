using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Pages.Accounts;

/// <summary>What everybody may see of an account: never its wallet.</summary>
/// <param name="Standings">Its place in each tournament that it has one in.</param>
public sealed record AccountPageView(
    string Username, IReadOnlyList<ModelRow> Models, IReadOnlyList<(TournamentId Tournament, Standing Row)> Standings);

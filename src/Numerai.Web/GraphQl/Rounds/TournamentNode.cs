namespace Numerai.Web.GraphQl.Rounds;

/// <param name="Tournament">8, 11 or 12.</param>
internal sealed record TournamentNode(string Name, int Tournament);

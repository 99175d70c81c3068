namespace Numerai.Web.GraphQl.Rounds;

/// <param name="Tournament">Its number.</param>
internal sealed record TournamentNode(string Name, int Tournament);

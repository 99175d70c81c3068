using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Web.Pages.Frame;

/// <summary>Addresses of the pages.</summary>
internal static class PageLinks
{
    public const string Books = "/books";
    public const string Governance = "/governance";
    public const string Data = "/data";

    public static string Tournament(TournamentId tournament) => $"/tournaments/{tournament}";

    public static string Accounts(TournamentId tournament) => $"/tournaments/{tournament}/accounts";

    public static string Season(TournamentId tournament, int year) => $"/tournaments/{tournament}/seasons/{year}";

    public static string Rounds(TournamentId tournament) => $"/tournaments/{tournament}/rounds";

    public static string Round(RoundId round) => $"/tournaments/{round.Tournament}/rounds/{round.Number}";

    public static string Model(TournamentId tournament, string name) => $"/tournaments/{tournament}/models/{Uri.EscapeDataString(name)}";

    public static string Account(string username) => $"/accounts/{Uri.EscapeDataString(username)}";

    public static string Proposal(int number) => $"/governance/{number}";

    /// <summary>What people call a tournament.</summary>
    public static string Name(TournamentId tournament) => Tournaments.Find(tournament)?.Name ?? $"Tournament {tournament}";
}

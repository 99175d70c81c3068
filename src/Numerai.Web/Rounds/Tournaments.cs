using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Settings;

namespace Numerai.Web.Rounds;

/// <summary>Reads tournament numbers.</summary>
internal static class Tournaments
{
    /// <summary>The tournament that a data file's folder is of.</summary>
    public static TournamentId OfDataset(string name) =>
        name.StartsWith("signals/", StringComparison.Ordinal) ? TournamentId.Signals
        : name.StartsWith("crypto/", StringComparison.Ordinal) ? TournamentId.Crypto
        : TournamentId.Classic;

    public static Outcome<TournamentId> Read(int number)
    {
        var tournament = new TournamentId(number);
        return TournamentDefaults.All.Contains(tournament)
            ? tournament
            : new Refusal(
                RefusalCodes.InvalidRequest, $"There is no tournament {number}; there are 8 (Classic), 11 (Signals) and 12 (Crypto).");
    }
}

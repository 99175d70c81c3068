using Numerai.Contracts;
using Numerai.Tournament.Rounds.Presets;

namespace Numerai.Tournament.Rounds.Settings;

/// <summary>The settings a tournament starts with.</summary>
public static class TournamentDefaults
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such tournament.</exception>
    public static TournamentSettings Of(TournamentId tournament) => Tournaments.Of(tournament).FirstSettings;
}

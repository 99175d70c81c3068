using Numerai.Tournament.Identity;
using Numerai.Tournament.Presets;

namespace Numerai.Tournament.Settings;

/// <summary>The settings a tournament starts with.</summary>
public static class TournamentDefaults
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such tournament.</exception>
    public static TournamentSettings Of(TournamentId tournament) => Tournaments.Of(tournament).FirstSettings;
}

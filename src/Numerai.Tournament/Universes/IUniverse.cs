using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Universes;

/// <summary>
/// The securities of a tournament on one day, with their other ids, the neutralizers and the sample weights. Key: universe id, such as
/// 11/2026-01-09.
/// </summary>
public interface IUniverse
{
    /// <summary>
    /// Checks published files and makes them the day's universe. The same files again are fine; others are refused unless they are to
    /// replace it and no round stands on it yet.
    /// </summary>
    Task<Outcome<UniverseView>> PublishAsync(PublishUniverse command);

    /// <summary>A round opens on the universe, which does not change from then on.</summary>
    Task<Outcome<UniverseView>> FixForAsync(int round);

    [Interleaves]
    Task<Outcome<UniverseView>> GetAsync();
}

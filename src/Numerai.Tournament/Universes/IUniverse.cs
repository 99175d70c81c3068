using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;

namespace Numerai.Tournament.Universes;

/// <summary>
/// The securities of a tournament on one day, with their other ids, the neutralizers and the sample weights. Key: universe id, such as
/// 11/2026-01-09.
/// </summary>
public interface IUniverse
{
    /// <summary>Checks published files and makes them the day's universe. A published universe does not change; the same files again are fine.</summary>
    Task<Outcome<UniverseView>> PublishAsync(PublishUniverse command);

    [Interleaves]
    Task<Outcome<UniverseView>> GetAsync();
}

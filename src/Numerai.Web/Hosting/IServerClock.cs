using Numerai.Tournament.Actors;

namespace Numerai.Web.Hosting;

/// <summary>Moves the server's time by hand, where it is virtual.</summary>
public interface IServerClock
{
    /// <summary>Moves the clock forward, does what is due until then and says what that was; refused on real time.</summary>
    Task<Outcome<IReadOnlyList<string>>> AdvanceAsync(DateTimeOffset to);
}

using Numerai.Storage;
using Numerai.Tournament.Actors;

namespace Numerai.Behaviour.Fixtures;

/// <summary>The present version's server on what an earlier one left, on a virtual clock that stands where that one's stood.</summary>
public interface IOpenedFixture : IAsyncDisposable
{
    Uri Url { get; }

    IActors Actors { get; }

    /// <summary>What it serves.</summary>
    TournamentStores Stores { get; }
}

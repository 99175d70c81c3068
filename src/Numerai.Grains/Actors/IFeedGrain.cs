using Numerai.Tournament.Agreements.Feeds;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IFeed"/> as a grain.</summary>
[Alias("numerai.feed")]
public interface IFeedGrain : IFeed, IOutboxGrain;

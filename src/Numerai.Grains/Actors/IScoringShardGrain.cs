using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IScoringShard"/> as a grain.</summary>
[Alias("numerai.scoring-shard")]
public interface IScoringShardGrain : IScoringShard, IGrainWithStringKey;

using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Scoring;

/// <summary>
/// Scores up to 256 models of a round. It holds their rank codes in memory and nothing else, so it can be dropped at any time and
/// filled again from the stores. Key: ROUND/SHARD.
/// </summary>
public interface IScoringShard
{
    /// <summary>The shard's part of the stake-weighted meta model, stored as an object.</summary>
    Task<ObjectReference> SumAsync(ShardWork work);

    /// <summary>The scores of the shard's models against one day's target, stored as an object.</summary>
    Task<ObjectReference> ScoreAsync(ShardWork work, ScoringDay day);
}

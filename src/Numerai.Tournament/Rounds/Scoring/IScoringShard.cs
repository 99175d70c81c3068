using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>
/// Scores up to 256 models of a round. It holds their rank codes in memory and nothing else, so it can be dropped at any time and
/// filled again from the stores. It computes beside its turns: an answer of null says that it is at work, and to ask again.
/// Key: ROUND/SHARD.
/// </summary>
public interface IScoringShard
{
    /// <summary>The shard's part of the stake-weighted meta model, stored as an object.</summary>
    Task<ObjectReference?> SumAsync(ShardWork work);

    /// <summary>The shard's part of the naive-weighted meta model: every model with at least that much at risk counts alike.</summary>
    Task<ObjectReference?> SumNaiveAsync(ShardWork work, Nmr minimumStake);

    /// <summary>The shard's part of the portfolio that MPC is measured against, over the rows that have the day's target.</summary>
    /// <param name="atRisk">The round's total, which makes stakes shares.</param>
    Task<ObjectReference?> SumPortfolioAsync(ShardWork work, ScoringDay day, Nmr atRisk);

    /// <summary>
    /// MCWNM and APCWNM of the shard's models, stored as an object. They depend on no target, so they are worked out once a round; asked
    /// again, the shard answers with what is stored.
    /// </summary>
    Task<ObjectReference?> CompareAsync(ShardWork work);

    /// <summary>The scores of the shard's models against one day's target, stored as an object.</summary>
    Task<ObjectReference?> ScoreAsync(ShardWork work, ScoringDay day);
}

using Numerai.Contracts;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Rounds.Scoring;

/// <summary>Which models a shard works on: rows [First, First + Count) of a stored manifest.</summary>
/// <param name="Manifest">See Rounds.RoundManifest.</param>
/// <param name="Universe">The live ids.</param>
/// <param name="LiveDataset">The features for FNC.</param>
/// <param name="KeyColumn">The column of the live file that names its rows.</param>
/// <param name="Portfolio">Neutralizers and sample weights, where the round has them.</param>
public sealed record ShardWork(
    RoundId Round,
    ObjectReference Manifest,
    int First,
    int Count,
    ObjectReference Universe,
    string LiveDataset,
    string KeyColumn = "id",
    PortfolioReferences? Portfolio = null);

/// <param name="Target">
/// Doubles aligned to the universe, NaN where there is none; one vector after the other where the tournament has several targets.
/// </param>
/// <param name="MetaModel">What MMC and CWMM are taken against; null when nobody staked enough, and they are then absent.</param>
/// <param name="BenchmarkMetaModel">Null when the round has no benchmark: BMC is then absent.</param>
/// <param name="Portfolio">
/// The stake-weighted sum of norm15 ranks over the rows that have a target, which MPC is measured against; null when nobody staked.
/// </param>
public sealed record ScoringDay(
    int Day,
    ObjectReference Target,
    ObjectReference? MetaModel,
    ObjectReference? BenchmarkMetaModel,
    ObjectReference? Portfolio = null);

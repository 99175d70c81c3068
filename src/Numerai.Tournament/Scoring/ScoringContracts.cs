using Numerai.Tournament.Identity;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Scoring;

/// <summary>Which models a shard works on: rows [First, First + Count) of a stored manifest.</summary>
/// <param name="Manifest">See Rounds.RoundManifest.</param>
/// <param name="Universe">The live ids.</param>
/// <param name="LiveDataset">The features for FNC.</param>
public sealed record ShardWork(RoundId Round, ObjectReference Manifest, int First, int Count, ObjectReference Universe, string LiveDataset);

/// <param name="Target">Doubles aligned to the universe, NaN where there is none.</param>
/// <param name="MetaModel">Null when nobody staked: MMC and CWMM are then absent.</param>
/// <param name="BenchmarkMetaModel">Null when the round has no benchmark: BMC is then absent.</param>
public sealed record ScoringDay(int Day, ObjectReference Target, ObjectReference? MetaModel, ObjectReference? BenchmarkMetaModel);

namespace Numerai.Contracts;

/// <summary>A resolved round's stake-weighted meta model: one value a live id, the mean gaussianized rank.</summary>
/// <param name="Ids">Live ids in ordinal order.</param>
/// <param name="Values">One a live id, in the same order.</param>
public sealed record MetaModel(RoundId Round, IReadOnlyList<string> Ids, IReadOnlyList<double> Values);

using Numerai.Contracts;

namespace Numerai.Web.Rounds;

/// <summary>A resolved round's stake-weighted meta model: one value a live id, the mean gaussianized rank.</summary>
internal sealed record MetaModelResponse(RoundId Round, IReadOnlyList<string> Ids, IReadOnlyList<double> Values);

using Numerai.Data.Features;
using Numerai.Data.Tables;

namespace Numerai.Cli.Demo;

/// <summary>A round's live files as a participant has them after the download.</summary>
/// <param name="Benchmarks">Predictions of the published benchmark models, one column each.</param>
/// <param name="Example">The example predictions.</param>
internal sealed record DemoLive(int Round, IReadOnlyList<string> Ids, FeatureBlock Features, Table Benchmarks, double[] Example);

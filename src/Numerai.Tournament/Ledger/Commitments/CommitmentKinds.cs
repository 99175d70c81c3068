namespace Numerai.Tournament.Ledger.Commitments;

/// <summary>
/// What a round commits to, in the order in which it does. The names are hashed and stored: they are added, never changed.
/// </summary>
public static class CommitmentKinds
{
    /// <summary>The live ids, one a line. When the round opens.</summary>
    public const string Universe = "universe";

    /// <summary>The published file with the live ids and features. When the round opens.</summary>
    public const string LiveData = "live_data";

    /// <summary>The settings the round was opened under, as JSON. When the round opens.</summary>
    public const string Settings = "settings";

    /// <summary>The published file with the benchmark models' live predictions, where the round has one. When the round opens.</summary>
    public const string BenchmarkPredictions = "benchmark_predictions";

    /// <summary>The benchmark models in one, aligned to the universe. When the round opens.</summary>
    public const string BenchmarkMetaModel = "benchmark_meta_model";

    /// <summary>What signals are neutralized to, where the tournament does that. When the round opens.</summary>
    public const string Neutralizers = "neutralizers";

    /// <summary>The weights of rows, where the tournament has them. When the round opens.</summary>
    public const string SampleWeights = "sample_weights";

    /// <summary>The operator's secret map from the ids of the round before; only its hash is ever shown. When the round opens.</summary>
    public const string IdMap = "id_map";

    /// <summary>Every selected submission with its file's hash and its stake at risk. When the round closes.</summary>
    public const string Submissions = "submissions";

    /// <summary>The stake-weighted meta model. When the round closes.</summary>
    public const string MetaModel = "meta_model";

    /// <summary>
    /// The meta model that weighs all models above a least stake alike, where the tournament has one. When the round closes.
    /// </summary>
    public const string NaiveMetaModel = "naive_meta_model";

    /// <summary>A day's target, before anything is scored against it.</summary>
    public const string Target = "target";

    /// <summary>
    /// The stake-weighted sum of all signals over the rows that have the day's target, which MPC is measured against; where the tournament
    /// neutralizes signals and anyone staked. With the day's scores.
    /// </summary>
    public const string Portfolio = "portfolio";

    /// <summary>A day's published scores.</summary>
    public const string Scores = "scores";

    /// <summary>What the round pays and burns, entry by entry. Before the first payment.</summary>
    public const string Settlement = "settlement";

    /// <summary>The Merkle root over the settlement's leaves. Before the first payment.</summary>
    public const string SettlementRoot = "settlement_root";

    /// <summary>
    /// That everything is settled, as the hash of "PAID|BURNED" in wei: from here on the ledger holds every payment and burn of the round.
    /// </summary>
    public const string Resolved = "resolved";

    /// <summary>That the round was cancelled, as the hash of the reason.</summary>
    public const string Cancelled = "cancelled";
}

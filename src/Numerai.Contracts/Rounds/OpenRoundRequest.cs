namespace Numerai.Contracts;

/// <summary>What a new round is made of.</summary>
/// <param name="LiveDataset">Where ids are new every round: published file with live ids and features, such as
/// "v5.2/live_1.parquet".</param>
/// <param name="BenchmarkDataset">Published file with the benchmark models' live predictions, or null.</param>
/// <param name="IdMap">CSV text "previous_id,id" that carries queued and delayed submissions over, or null. Never published.</param>
/// <param name="Opens">Null for now.</param>
/// <param name="Closes">Null for what the settings say.</param>
/// <param name="Number">Null for the next one. With a number the call is safe to repeat.</param>
/// <param name="Universe">Where securities keep their ids, instead of a live file: the day of a published universe.</param>
public sealed record OpenRoundRequest(
    string? LiveDataset = null,
    string? BenchmarkDataset = null,
    string? IdMap = null,
    DateTimeOffset? Opens = null,
    DateTimeOffset? Closes = null,
    int? Number = null,
    DateOnly? Universe = null);

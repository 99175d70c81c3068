using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Web.Operators;

/// <param name="LiveDataset">Where ids are new in every round: the published live file.</param>
/// <param name="Universe">Where securities keep their ids: the day of a published universe.</param>
/// <param name="IdMap">CSV text "previous_id,id"; never published.</param>
/// <param name="Opens">Absent for now.</param>
/// <param name="Closes">Absent for what the settings say.</param>
/// <param name="Number">Absent for the next one; with a number the request is safe to repeat.</param>
internal sealed record OpenRoundRequest(
    string? LiveDataset = null,
    string? BenchmarkDataset = null,
    string? IdMap = null,
    DateTimeOffset? Opens = null,
    DateTimeOffset? Closes = null,
    int? Number = null,
    DateOnly? Universe = null)
{
    public OpenNextRound Command => new(Number, Opens, Closes, LiveDataset ?? string.Empty, BenchmarkDataset, IdMap, Universe);
}

/// <param name="Early">Whether to close before the closing time.</param>
internal sealed record CloseRoundRequest(bool Early = false);

internal sealed record CancelRoundRequest(string Reason);

internal sealed record ResolveRoundRequest;

/// <param name="Reason">Everybody can read it.</param>
internal sealed record AbortStepRequest(string Reason);

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Numerai.Web.Tests.Steps;

/// <summary>What the SDK of version 0.1.0 sends, and reads of the answers, still works: it knows of no step and prefers nothing.</summary>
public sealed class EarlierClientTests(ScoredRound played) : IClassFixture<ScoredRound>
{
    /// <summary>As that version's NumeraiJson.</summary>
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    [Fact]
    public async Task Rounds_are_read_by_it_when_they_are_done_and_while_they_are_at_work()
    {
        var (again, closed) = await played.SendAsync(HttpMethod.Post, $"{played.Path}/close", """{"early":true}""");
        Assert.Equal((HttpStatusCode.OK, EarlierPhase.Scoring), (again.StatusCode, Read(closed).Phase));

        var atWork = Read(await played.FailAsync());
        Assert.Equal((EarlierPhase.Scoring, "settling"), (atWork.Phase, atWork.Working));

        played.PutObjectsBack();
        var (response, resolved) = await played.SendAsync(HttpMethod.Post, $"{played.Path}/resolve", "{}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Preference-Applied"));
        Assert.Equal(
            (EarlierPhase.Resolved, null, played.Round.Id.ToString()),
            (Read(resolved).Phase, Read(resolved).Working, Read(resolved).Id));
    }

    private static EarlierRound Read(JsonElement body) => body.Deserialize<EarlierRound>(_json)!;

    private enum EarlierPhase
    {
        Scheduled,
        Open,
        Closed,
        Scoring,
        Resolved,
        Cancelled,
    }

    /// <summary>The fields that version 0.1.0 reads of a round; amounts and factors are text to it.</summary>
    private sealed record EarlierRound(
        string Id,
        int Tournament,
        int Number,
        EarlierPhase Phase,
        DateTimeOffset Opens,
        DateTimeOffset Closes,
        DateTimeOffset FirstScore,
        DateTimeOffset Resolves,
        DateTimeOffset? Resolved,
        string LiveDataset,
        string? BenchmarkDataset,
        int Submissions,
        string AtRisk,
        string? PayoutFactor,
        int ScoredDay,
        int ScoringDays,
        string Paid,
        string Burned,
        string? MerkleRoot,
        string? CancelReason,
        string? Working,
        JsonElement Settings);
}

using Dapper;
using Numerai.Contracts;
using Numerai.Storage.Submissions;
using Numerai.Tournament.Ports;

namespace Numerai.Storage.Tests.Submissions;

public sealed class SqlSubmissionStoreTests : SubmissionStoreSuite, IAsyncDisposable
{
    private readonly SqliteFixture _sqlite = new();

    protected override ISubmissionStore Store => new SqlSubmissionStore(_sqlite.Database);

    [Theory]
    [InlineData(nameof(SubmissionSql.Selected))]
    [InlineData(nameof(SubmissionSql.Late))]
    [InlineData(nameof(SubmissionSql.Queued))]
    public async Task Queries_of_a_round_are_served_by_its_index(string query)
    {
        var statement = query switch
        {
            nameof(SubmissionSql.Selected) => SubmissionSql.Selected,
            nameof(SubmissionSql.Late) => SubmissionSql.Late,
            _ => SubmissionSql.Queued,
        };
        var plan = await _sqlite.Database.ReadAsync(connection => connection.QueryAsync<(int, int, int, string Detail)>(
            "EXPLAIN QUERY PLAN " + statement, new { tournament = TournamentId.Classic.Number, round = 1 }));

        Assert.Contains(plan, step => step.Detail.Contains("submissions_of_round", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Detail.StartsWith("SCAN submissions", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _sqlite.DisposeAsync();
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests;

/// <summary>Books of a played round, changed behind the server's back.</summary>
public sealed partial class ReconciliationTests(ReconciliationTests.PlayedRound played) : IClassFixture<ReconciliationTests.PlayedRound>
{
    private readonly TestServer _server = played.Server;

    [Theory]
    [InlineData(
        "UPDATE scores SET value = value + 0.000000001 WHERE score = (SELECT number FROM score_names WHERE name = 'corr')",
        "scores_differ")]
    [InlineData("DELETE FROM scores", "scores_differ")]
    [InlineData("UPDATE payouts SET payout = '0.500000000000000001'", "payouts_differ")]
    [InlineData("DELETE FROM payouts", "payouts_differ")]
    [InlineData("UPDATE ledger SET amount = '0.4' WHERE reason = 'Payout'", "ledger_differs")]
    [InlineData("DELETE FROM ledger WHERE reason = 'Payout'", "ledger_differs")]
    [InlineData("UPDATE ledger_balances SET amount = '10.600000000000000001' WHERE account LIKE 'stake:%'", "balance_differs")]
    [InlineData("UPDATE ledger_balances SET amount = '-1099.999999999999999999' WHERE account = 'issued'", "conservation_broken")]
    public async Task A_planted_gap_is_found_named_and_raised_as_an_alert_until_it_is_mended(string tampering, string code)
    {
        var whole = await _server.Operator.Operator.ReconcileAsync();
        Assert.True(whole.Holds, string.Join('\n', whole.Gaps));
        Assert.Equal(1, whole.Rounds);
        var table = Tables().Match(tampering).Groups[1].Value;
        Change($"CREATE TABLE kept AS SELECT * FROM {table}");
        Assert.True(Change(tampering) > 0);

        var report = await _server.Operator.Operator.ReconcileAsync();

        Assert.False(report.Holds);
        Assert.Contains(code, report.Gaps.Select(gap => gap.Code));
        var alert = (await _server.Operator.Operator.ListAlertsAsync(standing: true)).Items.First(raised => raised.Code == code);
        Assert.Null(alert.Cleared);
        Assert.True(alert.Message.Length > 20);
        Change($"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept; DROP TABLE kept");
        Assert.True((await _server.Operator.Operator.ReconcileAsync()).Holds);
        Assert.Empty((await _server.Operator.Operator.ListAlertsAsync(standing: true)).Items);
    }

    [Fact]
    public async Task A_damaged_object_is_found_and_an_alert_is_cleared_when_the_gap_is_gone()
    {
        var path = Directory.GetFiles(Path.Combine(_server.Folder, "objects"), "settlement.json", SearchOption.AllDirectories).Single();
        var content = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, [.. content, (byte)' ']);
        Assert.Contains("object_damaged", (await _server.Operator.Operator.ReconcileAsync()).Gaps.Select(gap => gap.Code));
        Assert.Equal(1, (await _server.Operator.Operator.ReconcileAsync()).Gaps.Count(gap => gap.Code == "object_damaged"));
        Assert.Single((await _server.Operator.Operator.ListAlertsAsync(standing: true)).Items);

        await File.WriteAllBytesAsync(path, content);

        Assert.True((await _server.Operator.Operator.ReconcileAsync()).Holds);
        Assert.Empty((await _server.Operator.Operator.ListAlertsAsync(standing: true)).Items);
        Assert.NotNull(
            Assert.Single((await _server.Operator.Operator.ListAlertsAsync()).Items, alert => alert.Code == "object_damaged").Cleared);
    }

    [Fact]
    public async Task Only_the_operator_compares_books_and_only_a_sensible_number_of_rounds()
    {
        var participant = await _server.RegisterAsync("curious");
        await Refused.WithAsync("not_authorised", HttpStatusCode.Forbidden, () => participant.Client.Operator.ReconcileAsync());
        await Refused.WithAsync("invalid_request", HttpStatusCode.BadRequest, () => _server.Operator.Operator.ReconcileAsync(0));
    }

    private int Change(string statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_server.Folder, "numerai.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        return command.ExecuteNonQuery();
    }

    /// <summary>The table that a statement changes.</summary>
    [GeneratedRegex(@"^(?:UPDATE|DELETE FROM) (\w+)")]
    private static partial Regex Tables();

    /// <summary>One server for all, whose books are in order again after each test.</summary>
    public sealed class PlayedRound : IAsyncLifetime
    {
        public TestServer Server { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            var participant = await Server.RegisterAsync("booked", "100");
            var model = await participant.Client.Models.CreateAsync(TestServer.NewName("model"));
            await Server.Operator.Operator.MintAsync(Nmr.Parse("1000"));
            var round = await Server.OpenRoundAsync();
            await participant.SubmitAsync(model.Id.ToString(), LiveFiles.Predictions());
            await participant.Client.Stakes.IncreaseStakeAsync(model.Id.ToString(), Nmr.Parse("10"));
            await Server.Operator.Operator.CloseRoundAsync(8, round.Number, early: true);
            await Server.Operator.Operator.PublishTargetAsync(8, round.Number, 1, LiveFiles.Target(), early: true);
            await Server.Operator.Operator.ResolveRoundAsync(8, round.Number);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}

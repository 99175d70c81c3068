using System.Net;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;
using static Numerai.Web.Tests.Signals.SignalsFiles;

namespace Numerai.Web.Tests.Signals;

/// <summary>Signals that are refused: each with its code and a sentence that names the place; the earlier valid one stays.</summary>
public sealed class BadSignalsTests(BadSignalsTests.OpenRound open) : IClassFixture<BadSignalsTests.OpenRound>
{
    private const string Headers = "invalid_submission_headers";
    private const string Ids = "invalid_submission_ids";
    private const string Values = "invalid_submission_values";

    private static readonly Dictionary<string, (string Code, string Said, Func<string> Content)> _cases = new()
    {
        ["an unknown kind of id"] = (Headers, "'isin'", () => Csv("isin,signal", row => $"{Tickers[row]},{Value(row)}")),
        ["two kinds of id in the header"] = (Headers, "'numerai_ticker', 'sedol'", () => Csv(
            "numerai_ticker,sedol,signal", row => $"{Tickers[row]},{Sedol(Tickers[row])},{Value(row)}")),
        ["a kind of id the universe lacks"] = (Headers, "'cusip'", () => Csv("cusip,signal", row => $"{Tickers[row]},{Value(row)}")),
        ["two kinds of id in one column"] = (Ids, "'B003', which is a sedol", () => Csv(
            "numerai_ticker,signal", row => $"{(row == 3 ? Sedol(Tickers[row]) : Tickers[row])},{Value(row)}")),
        [
            "only unknown tickers"] = (Ids, "110 rows have ids that are not live, the first is 'X000'", () =>
                Csv("numerai_ticker,signal", row => $"X{row:000},{Value(row)}")),
        [
            "a repeated ticker"] = (Ids, "again in row 8", () =>
                Csv("numerai_ticker,signal", row => $"{Tickers[row == 7 ? 6 : row]},{Value(row)}")),
        [
            "a ticker left out"] = (Ids, "no id in row 8", () =>
                Csv("numerai_ticker,signal", row => $"{(row == 7 ? string.Empty : Tickers[row])},{Value(row)}")),
        ["too few rows"] = (Ids, "99 of this round's 110", () => Csv("numerai_ticker,signal", row => $"{Tickers[row]},{Value(row)}", 99)),
        [
            "a value above one"] = (Values, "1.2 in row 8", () =>
                Csv("numerai_ticker,signal", row => $"{Tickers[row]},{(row == 7 ? "1.2" : Value(row))}")),
        [
            "a value below zero"] = (Values, "-0.2 in row 8", () =>
                Csv("numerai_ticker,signal", row => $"{Tickers[row]},{(row == 7 ? "-0.2" : Value(row))}")),
        [
            "a value that is no number"] = (Values, "row 8", () =>
                Csv("numerai_ticker,signal", row => $"{Tickers[row]},{(row == 7 ? "NaN" : Value(row))}")),
        ["a constant signal"] = (Values, "must differ", () => Csv("numerai_ticker,signal", row => $"{Tickers[row]},0.5")),
        [
            "another day"] = (Values, "2026-01-06 is needed", () =>
                Csv("numerai_ticker,date,signal", row => $"{Tickers[row]},{(row == 7 ? "2026-01-05" : "2026-01-06")},{Value(row)}")),
        [
            "a date that is none"] = (Values, "'soon' in row 1", () =>
                Csv("numerai_ticker,date,signal", row => $"{Tickers[row]},soon,{Value(row)}")),
        [
            "another Friday"] = (Values, "2026-01-02 is needed", () =>
                Csv("numerai_ticker,friday_date,signal", row => $"{Tickers[row]},20260109,{Value(row)}")),
    };

    public static TheoryData<string> Cases => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_signal_is_refused_and_changes_nothing(string name)
    {
        var (code, said, content) = _cases[name];

        await PlatformState.UnchangedAsync(
            open.Server,
            async () =>
            {
                var refusal = await Refused.WithAsync(
                    code, HttpStatusCode.UnprocessableEntity, () => open.Participant.SubmitSignalAsync(open.Model, content()));
                Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
            },
            open.Participant);

        var kept = await open.Participant.Client.Submissions.ListAsync(open.Model, tournament: SignalsId);
        Assert.Equal([(open.Valid.Id, SubmissionStatus.OnTime)], kept.Items.Select(submission => (submission.Id, submission.Status)));
    }

    /// <summary>One server with an open round and a participant who has a valid signal in it.</summary>
    public sealed class OpenRound : IAsyncLifetime
    {
        public TestServer Server { get; } = new();

        public TestParticipant Participant { get; private set; } = null!;

        public string Model { get; private set; } = string.Empty;

        public Submission Valid { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            await OpenAsync(Server, Date);
            Participant = await Server.RegisterAsync("signaller");
            Model = (await Participant.Client.Models.CreateAsync(TestServer.NewName("model"), SignalsId)).Name;
            Valid = await Participant.SubmitSignalAsync(Model, Signal());
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}

using System.Net;
using Numerai.Contracts;
using Numerai.Data.Tables;
using Numerai.Web.Tests.Support;
using static Numerai.Web.Tests.Signals.SignalsFiles;

namespace Numerai.Web.Tests.Signals;

/// <summary>Universes that an operator must not be able to publish: each refusal says what is wrong with which file.</summary>
public sealed class BadUniverseTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly Dictionary<string, (string Said, Func<(Table Live, Table? Neutralizers, Table? Weights)> Files)> _cases = new()
    {
        ["no key column"] = ("numerai_ticker", () => (new Table([new TableColumn<string>("ticker", Tickers)]), null, null)),
        [
            "a repeated ticker"] = ("repeated", () =>
                (new Table([new TableColumn<string>("numerai_ticker", [.. Tickers[1..], Tickers[5]])]), null, null)),
        [
            "fewer rows than a submission needs"] = ("nobody could submit", () =>
                (new Table([new TableColumn<string>("numerai_ticker", Tickers[..99])]), null, null)),
        ["ids that are numbers"] = ("ids are text", () => (new Table([Key, new TableColumn<int>("sedol", new int[Rows])]), null, null)),
        [
            "weights of too few rows"] = ("is missing", () =>
                (Live, null, new Table([Key.Take(All(Rows - 1)), Column("sample_weight", Weights).Take(All(Rows - 1))]))),
        ["a weight of an unknown ticker"] = ("not in the live data", () => (
            Live, null, new Table(
                [new TableColumn<string>("numerai_ticker", [.. Tickers[1..], "X999 US"]), Column("sample_weight", Weights)]))),
        ["a negative weight"] = ("not negative", () => (Live, null, WeightTable([-1, .. Weights[1..]]))),
        ["a weight that is no number"] = ("row 1", () => (Live, null, WeightTable([double.NaN, .. Weights[1..]]))),
        ["an infinite weight"] = ("row 1", () => (Live, null, WeightTable([double.PositiveInfinity, .. Weights[1..]]))),
        ["weights of zero"] = ("all zero", () => (Live, null, WeightTable(new double[Rows]))),
        ["no weight column"] = ("sample_weight", () => (Live, null, new Table([Key]))),
        ["neutralizers without a column"] = ("0 columns", () => (Live, new Table([Key]), WeightTable(Weights))),
        [
            "201 neutralizers"] = ("201 columns", () =>
                (Live, NeutralizerTable(Enumerable.Repeat(new double[Rows], 201)), WeightTable(Weights))),
        ["neutralizers of too few rows"] = ("is missing", () => (
            Live, new Table([Key.Take(All(100)), Column("neutralizer_0", Neutralizers[0]).Take(All(100))]), WeightTable(Weights))),
        ["a neutralizer that is no number"] = ("row 3", () => (
            Live, NeutralizerTable([[.. Neutralizers[0][..2], double.NaN, .. Neutralizers[0][3..]]]), WeightTable(Weights))),
        ["neutralizers not orthonormal"] = ("not orthonormal", () => (
            Live, NeutralizerTable([Neutralizers[0], [.. Neutralizers[1].Select(value => value * 1.01)]]), WeightTable(Weights))),
        ["neutralizers orthonormal without the weights"] = ("not orthonormal", () => (Live, NeutralizerTable(Neutralizers), null)),
    };

    public static TheoryData<string> Cases => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_universe_is_refused_and_is_not_there_afterwards(string name)
    {
        var (said, files) = _cases[name];
        var (live, neutralizers, weights) = files();

        var refusal = await Refused.WithAsync(
            "invalid_universe", HttpStatusCode.UnprocessableEntity, () => PublishUniverseAsync(server, Date, live, neutralizers, weights));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        await Refused.WithAsync("universe_not_found", HttpStatusCode.NotFound, () => server.Operator.Universes.GetAsync(SignalsId, Date));
    }

    [Fact]
    public Task Files_that_are_not_published_make_no_universe() => Refused.WithAsync(
        "dataset_not_found",
        HttpStatusCode.NotFound,
        () => server.Operator.Universes.PublishAsync(SignalsId, Date, new PublishUniverseRequest("signals/v2.1/nothing.parquet")));

    [Fact]
    public async Task A_round_opens_on_a_published_universe_only()
    {
        await Refused.WithAsync(
            "universe_not_found",
            HttpStatusCode.NotFound,
            () => server.Operator.Operator.OpenRoundAsync(SignalsId, new OpenRoundRequest(Universe: new DateOnly(2020, 1, 1))));
        await Refused.WithAsync(
            "invalid_request",
            HttpStatusCode.BadRequest,
            () => server.Operator.Operator.OpenRoundAsync(SignalsId, new OpenRoundRequest("v5.2/live.parquet")));
        await Refused.WithAsync(
            "invalid_request", HttpStatusCode.BadRequest, () =>
                server.Operator.Operator.OpenRoundAsync(8, new OpenRoundRequest(Universe: Date)));
        await Refused.WithAsync(
            "invalid_request", HttpStatusCode.BadRequest, () => server.Operator.Operator.OpenRoundAsync(SignalsId, new OpenRoundRequest()));
        await Refused.WithAsync(
            "invalid_request",
            HttpStatusCode.BadRequest,
            () => server.Operator.Universes.PublishAsync(8, Date, new PublishUniverseRequest("v5.2/live.parquet")));
    }

    [Fact]
    public async Task A_universe_is_published_by_the_operator_only()
    {
        var participant = await server.RegisterAsync("curious");
        await Refused.WithAsync(
            "not_authorised",
            HttpStatusCode.Forbidden,
            () => participant.Client.Universes.PublishAsync(SignalsId, Date, new PublishUniverseRequest("signals/v2.1/live.parquet")));
    }

    private static int[] All(int rows) => [.. Enumerable.Range(0, rows)];

    private static TableColumn<double> Column(string name, double[] values) => new(name, values);
}

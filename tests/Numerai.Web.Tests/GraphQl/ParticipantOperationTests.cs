using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Numerai.Client;
using Numerai.Client.Rounds;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>
/// The queries of participants' clients as they send them: anonymous, to the root, variables that are not set as null, types that do
/// not exist; and the answers where they look for them. Each test has a server of its own, since "no round is open" is one of the answers.
/// </summary>
public sealed class ParticipantOperationTests : IAsyncLifetime
{
    private const string UploadAuth = """
        query($filename: String!
              $tournament: Int!
              $modelId: String) {
          submission_upload_auth(filename: $filename
                                 tournament: $tournament
                                 modelId: $modelId) { filename url } }
        """;

    private const string CreateSubmission = """
        mutation($filename: String! $tournament: Int! $modelId: String, $triggerId: String, $dataDatestamp: Int) {
          create_submission(filename: $filename tournament: $tournament modelId: $modelId triggerId: $triggerId
                            source: "numerapi" dataDatestamp: $dataDatestamp) { id } }
        """;

    private const string CurrentRound = "query($tournament: Int!) { rounds(tournament: $tournament number: 0) { number openTime "
        + "closeStakingTime } }";

    private const string ChangeStake = """
        mutation($value: String! $type: String! $tournamentNumber: Int! $modelId: String) {
          v2ChangeStake(value: $value type: $type modelId: $modelId tournamentNumber: $tournamentNumber) { dueDate requestedAmount status type } }
        """;

    private readonly TestServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_participant_finds_its_way_from_account_to_payout()
    {
        var round = await _server.OpenRoundAsync();
        await _server.Operator.Operator.MintAsync(NmrAmount.FromNmr(1000));
        var participant = await _server.RegisterAsync("participant", "100");
        var name = TestServer.NewName("model");
        var id = (await participant.Client.Models.CreateAsync(name)).Id.ToString();
        var account = (await AskAsync(
            "query { account { username walletAddress availableNmr email id mfaEnabled status insertedAt models { id name tournament "
                + "submissions { id filename } v2Stake { status txHash } } apiTokens { name public_id scopes } } }", null,
                participant)).At("account");
        Assert.Equal(
            (participant.Username, "100", name, 8),
            (account.Text("username"), account.Text("availableNmr"), account.Text("models", "0", "name"),
                account.At("models", "0", "tournament").GetInt32()));
        Assert.Equal(participant.Credentials.PublicId, account.Text("apiTokens", "0", "public_id"));

        var current = (await AskAsync(CurrentRound, new { tournament = 8 })).At("rounds", "0");
        Assert.Equal((round.Number, UtcText(round.Closes)), (current.At("number").GetInt32(), current.Text("closeStakingTime")));
        var staked =
            (await AskAsync(ChangeStake, new { value = "40", type = "increase", tournamentNumber = 8, modelId = id }, participant)).At(
                "v2ChangeStake");
        Assert.Equal(("40", "increase", "done"), (staked.Text("requestedAmount"), staked.Text("type"), staked.Text("status")));
        await DownloadedAsync(round);
        var submission = await SubmittedAsync(id, participant);
        Assert.Equal(submission, await SubmittedAgainAsync(id, submission, participant));
        await _server.Operator.Operator.CloseRoundAsync(8, round.Number, early: true);
        Assert.Equal(JsonValueKind.Null, (await AskAsync(CurrentRound, new { tournament = 8 })).At("rounds", "0").ValueKind);
        await _server.Operator.Operator.PublishTargetAsync(8, round.Number, 1, LiveFiles.Target(1), early: true);
        await _server.Operator.Operator.ResolveRoundAsync(8, round.Number);

        await ScoredAsync(id, round, submission, participant);
        await ListedAsync(name, participant);
    }

    [Fact]
    public async Task A_stake_is_released_and_what_cannot_be_is_told_by_its_code()
    {
        var participant = await _server.RegisterAsync("staker", "50");
        var id = (await participant.Client.Models.CreateAsync(TestServer.NewName("model"))).Id.ToString();
        await AskAsync(ChangeStake, new { value = "30", type = "increase", tournamentNumber = 8, modelId = "" }, participant);
        var less =
            (await AskAsync(ChangeStake, new { value = "10.5", type = "decrease", tournamentNumber = 8, modelId = id }, participant)).At(
                "v2ChangeStake");
        Assert.Equal(("10.5", JsonValueKind.Null), (less.Text("requestedAmount"), less.At("dueDate").ValueKind));
        var drained = (await AskAsync(
            "mutation($drain: bool! $amount: String $modelId: String) { releaseStake(drain: $drain, modelId: $modelId, amount: $amount) "
                + "{ id dueDate status type requestedAmount drain } }",
            new { drain = true, amount = "11000000", modelId = id },
            participant)).At("releaseStake");
        Assert.Equal(("19.5", true), (drained.Text("requestedAmount"), drained.At("drain").GetBoolean()));

        Assert.Equal(
            "balance_insufficient",
            await CodeAsync(ChangeStake, new { value = "51", type = "increase", tournamentNumber = 8, modelId = id }, participant));
        Assert.Equal(
            "invalid_amount",
            await CodeAsync(ChangeStake, new { value = "1e-3", type = "increase", tournamentNumber = 8, modelId = id }, participant));
        Assert.Equal(
            "invalid_request",
            await CodeAsync(ChangeStake, new { value = "1", type = "double", tournamentNumber = 8, modelId = id }, participant));
        Assert.Equal(
            "invalid_request",
            await CodeAsync(ChangeStake, new { value = "1", type = "increase", tournamentNumber = 11, modelId = id }, participant));
        Assert.Equal(
            "invalid_request",
            await CodeAsync(
                ChangeStake, new { value = "1", type = "increase", tournamentNumber = 11, modelId = (string?)null }, participant));
        var other = await _server.RegisterAsync("other", "50");
        Assert.Equal(
            "model_not_owned",
            await CodeAsync(ChangeStake, new { value = "1", type = "increase", tournamentNumber = 8, modelId = id }, other));
        const string Once = "mutation { v2ChangeStake(value: \"1\", type: \"increase\", tournamentNumber: 8, commandId: \"once\") { "
            + "requestedAmount } }";
        await AskAsync(Once, null, participant);
        await AskAsync(Once, null, participant);
        Assert.Equal(NmrAmount.FromNmr(1), (await participant.Client.Accounts.GetAsync()).Models.Single().Stake);
    }

    [Fact]
    public async Task Uploads_that_did_not_arrive_or_are_not_predictions_are_refused()
    {
        await _server.OpenRoundAsync();
        var participant = await _server.RegisterAsync("uploader");
        var id = (await participant.Client.Models.CreateAsync(TestServer.NewName("model"))).Id.ToString();
        var upload = (await AskAsync(UploadAuth, new { filename = "predictions.csv", tournament = 8, modelId = id }, participant))
            .At("submission_upload_auth");
        var create = new
        {
            filename = upload.Text("filename"),
            tournament = 8,
            modelId = id,
            triggerId = (string?)null,
            dataDatestamp = (int?)null,
        };
        Assert.Equal("upload_missing", await CodeAsync(CreateSubmission, create, participant));
        await PutAsync(upload.Text("url"), "id,prediction\nnot-an-id,0.5\n");
        Assert.StartsWith("invalid_submission", await CodeAsync(CreateSubmission, create, participant), StringComparison.Ordinal);
        Assert.Equal("not_authenticated", await CodeAsync(UploadAuth, new { filename = "predictions.csv", tournament = 8, modelId = id }));
        var reader = await participant.Client.Accounts.CreateKeyAsync("reader", ["read_user_info"]);
        var limited = participant with { Credentials = new NumeraiCredentials(reader.PublicId, reader.Secret) };
        Assert.Equal(
            "not_authorised", await CodeAsync(UploadAuth, new { filename = "predictions.csv", tournament = 8, modelId = id }, limited));
        Assert.Equal("not_authorised", await CodeAsync("{ account { models { submissions { id } } } }", null, limited));
    }

    [Fact]
    public async Task What_others_see_of_models_takes_aliases_fragments_and_the_clients_own_types()
    {
        var participant = await _server.RegisterAsync("seen");
        var name = TestServer.NewName("model");
        await participant.Client.Models.CreateAsync(name);
        var hundred = "{" + string.Concat(
            Enumerable.Range(0, 99).Select(place => $" _{place} : v3UserProfile(modelName : \"nobody-{place}\"){{...f}}"))
            + $" mine : v3UserProfile(model_name : \"{name}\"){{...f}} }} fragment f on V3UserProfile {{ username id startDate bio "
                + "nmrStaked stakeValue }";
        var profiles = await AskAsync(hundred);
        Assert.Equal(
            (JsonValueKind.Null, name, "0"),
            (profiles.At("_7").ValueKind, profiles.Text("mine", "username"), profiles.Text("mine", "nmrStaked")));
        var models = await AskAsync(
            "query($username: Str! $tournament: Int) { accountProfile(username: $username tournament: $tournament) { models { id "
                + "displayName } } }",
            new { username = participant.Username, tournament = 8 });
        Assert.Equal(name, models.Text("accountProfile", "models", "0", "displayName"));
        var all = await AskAsync("{ tournaments { name tournament } v2SignalsProfile(modelName: \"nobody\") { id username } }");
        Assert.Equal([8, 11, 12], all.At("tournaments").EnumerateArray().Select(one => one.At("tournament").GetInt32()));
        Assert.Equal("account_not_found", await CodeAsync("{ accountProfile(username: \"nobody\") { models { id } } }"));
        Assert.Equal(
            "model_not_found",
            await CodeAsync(
                "query($modelid: String!) { model(modelId: $modelid) { name } }",
                new { modelid = "0f8fad5b-d9cb-869f-a165-70867728950e" },
                participant));
        Assert.Equal("dataset_not_found", await CodeAsync("{ dataset(filename: \"v5.2/nothing.parquet\") }"));
        Assert.Equal("invalid_request", await CodeAsync("{ rounds(tournament: 9, number: 0) { number } }"));
        Assert.Equal("invalid_request", await CodeAsync("{ v2Leaderboard(limit: 0, offset: 0) { rank } }"));
    }

    [Theory]
    [InlineData("query { computePickleDockerImages { id name image tag default } }")]
    [InlineData("query { v3StakeConfig { address owner paused } }")]
    [InlineData("query { latestNmrPrice { priceUsd } }")]
    [InlineData("mutation { setUserBio(value: \"x\", modelId: \"y\") }")]
    [InlineData("mutation { setSubmissionWebhook(modelId: \"y\", newSubmissionWebhook: null) }")]
    [InlineData("query { pipelineStatus(date: \"2026-01-06\", tournament: \"classic\") { scoredAt } }")]
    [InlineData("query { submissionDownloadAuth(id: \"x\") { filename url } }")]
    [InlineData("query($m: String!) { v3UserProfile(modelName: $m) { dailyModelPerformances { date corrRep } } }")]
    public async Task What_nothing_stands_behind_is_refused_by_name(string query)
    {
        var (code, message) = await _server.RefusedAsync(query);

        Assert.Equal("operation_not_supported", code);
        Assert.Contains("is not supported. ", message, StringComparison.Ordinal);
    }

    private async Task DownloadedAsync(Round round)
    {
        var listed = await AskAsync(
            "query($round: Int $tournament: Int) { listDatasets(round: $round tournament: $tournament) }",
            new { round = (int?)null, tournament = 8 });
        Assert.Contains(round.LiveDataset, listed.At("listDatasets").EnumerateArray().Select(one => one.GetString()));
        Assert.Empty((await AskAsync("{ listDatasets(tournament: 11) }")).At("listDatasets").EnumerateArray());
        const string Address = "query($filename: String! $round: Int $tournament: Int) { dataset(filename: $filename round: $round "
            + "tournament: $tournament) }";
        var url = (await AskAsync(Address, new { filename = round.LiveDataset, round = (int?)null, tournament = 8 })).Text("dataset");
        var live = (await AskAsync(Address, new { filename = "v5.2/live.parquet", round = (int?)null, tournament = 8 })).Text("dataset");
        Assert.Equal(url, live);
        using var http = new HttpClient();
        using var part = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(4, null) } };
        using var answer = await http.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
    }

    private async Task<string> SubmittedAsync(string model, TestParticipant participant)
    {
        var upload = (await AskAsync(UploadAuth, new { filename = "predictions.csv", tournament = 8, modelId = model }, participant))
            .At("submission_upload_auth");
        await PutAsync(upload.Text("url"), LiveFiles.Predictions(1));
        var created = await AskAsync(
            CreateSubmission,
            new
            {
                filename = upload.Text("filename"),
                tournament = 8,
                modelId = model,
                triggerId = (string?)null,
                dataDatestamp = (int?)null,
            },
            participant);
        return created.Text("create_submission", "id");
    }

    /// <summary>A client whose answer was lost sends the mutation again.</summary>
    private async Task<string> SubmittedAgainAsync(string model, string submission, TestParticipant participant)
    {
        var list = (await AskAsync("query($modelId: String) { submissions(modelId: $modelId) { id filename insertedAt selected round { "
            + "tournament number } } }", new { modelId = model }, participant)).At("submissions");
        Assert.Equal((submission, true), (list.Text("0", "id"), list.At("0", "selected").GetBoolean()));
        Assert.Matches("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", list.Text("0", "insertedAt"));
        var again = await AskAsync(
            CreateSubmission,
            new
            {
                filename = list.Text("0", "filename"),
                tournament = 8,
                modelId = model,
                triggerId = (string?)null,
                dataDatestamp = (int?)null,
            },
            participant);
        return again.Text("create_submission", "id");
    }

    private async Task ScoredAsync(string model, Round round, string submission, TestParticipant participant)
    {
        var scores = (await AskAsync(
            """
            query($modelId: ID! $displayName: String $version: String $day: Int $resolved: Boolean $tournament: Int $lastNRounds: Int $distinctOnRound: Boolean) {
              submissionScores(modelId: $modelId displayName: $displayName version: $version day: $day resolved: $resolved tournament: $tournament lastNRounds: $lastNRounds distinctOnRound: $distinctOnRound) {
                roundId submissionId roundNumber roundResolveTime roundScoreTime roundCloseStakingTime value percentile displayName version date day resolveDate resolved } }
            """,
            new
            {
                modelId = model,
                displayName = "corr",
                version = (string?)null,
                day = (int?)null,
                resolved = true,
                tournament = 8,
                lastNRounds = 5,
                distinctOnRound = true,
            })).At("submissionScores");
        var score = Assert.Single(scores.EnumerateArray());
        Assert.Equal(
            (submission, round.Number, 1, "corr", true),
            (score.Text("submissionId"), score.At("roundNumber").GetInt32(), score.At("day").GetInt32(), score.Text("displayName"),
                score.At("resolved").GetBoolean()));
        Assert.True(score.At("value").GetDouble() > 0.5);

        var performance = (await AskAsync(
            """
            query($modelId: String! $tournament: Int!) { v2RoundModelPerformances(modelId: $modelId tournament: $tournament) {
              atRisk corrMultiplier, mmcMultiplier, roundPayoutFactor, roundNumber, roundOpenTime, roundResolveTime, roundResolved, roundTarget payout
              submissionScores { date, day, displayName, payoutPending, payoutSettled, percentile, value }
              intraRoundSubmissionScores { date, day, displayName, payoutPending, payoutSettled, percentile, value } } }
            """,
            new { modelId = model, tournament = 8 })).At("v2RoundModelPerformances", "0");
        Assert.Equal(
            ("40", 0.75, true),
            (performance.Text("atRisk"), performance.At("corrMultiplier").GetDouble(), performance.At("roundResolved").GetBoolean()));
        var payouts = (await AskAsync("query($tournament: Int!) { pendingModelPayouts(tournament: $tournament) { actual { roundId "
            + "roundNumber roundResolveTime modelId modelName modelDisplayName payoutNmr payoutValue currencySymbol } pending { "
                + "roundNumber payoutNmr } } }", new
            {
                tournament = 8,
            }, participant)).At("pendingModelPayouts");
        Assert.Equal(performance.Text("payout"), payouts.Text("actual", "0", "payoutNmr"));
        var settled = (await _server.Operator.Rounds.GetSettlementAsync(8, round.Number)).Entries.Single();
        Assert.Equal(settled.Payout.ToString(), performance.Text("payout"));
        var resolved = (await AskAsync(
            "query($tournament: Int $number: Int $target: String $status: RoundStatus $limit: Int) { rounds(tournament: $tournament "
                + "number: $number target: $target status: $status limit: $limit) { id tournament number target closeTime "
                    + "closeStakingTime openTime scoreTime resolveTime resolvedGeneral resolvedStaking payoutFactor stakeThreshold "
                        + "minCorrMultiplier maxCorrMultiplier defaultCorrMultiplier minMmcMultiplier maxMmcMultiplier "
                            + "defaultMmcMultiplier dataDatestamp } }",
            new { tournament = 8, number = round.Number, target = (string?)null, status = "RESOLVED", limit = 3 })).At("rounds");
        Assert.Equal(
            ("1", 2.25),
            (Assert.Single(resolved.EnumerateArray()).Text("payoutFactor"), resolved.At("0", "defaultMmcMultiplier").GetDouble()));
    }

    private async Task ListedAsync(string name, TestParticipant participant)
    {
        var board = (await AskAsync("query($limit: Int! $offset: Int!) { v2Leaderboard(limit: $limit offset: $offset) { nmrStaked rank "
            + "username corr20Rep corr20V2Rep corj60Rep fncRep fncV3Rep tcRep mmcRep bmcRep team return_1_day return_52_weeks "
                + "return_13_weeks } }", new
            {
                limit = 50,
                offset = 0,
            })).At("v2Leaderboard");
        var row = Assert.Single(board.EnumerateArray(), one => one.Text("username") == name);
        Assert.True(row.At("return_52_weeks").GetDouble() > 0);
        var accounts = (await AskAsync("query($limit: Int! $offset: Int! $tournament: Int) { accountLeaderboard(limit: $limit offset: "
            + "$offset tournament: $tournament) { displayName nmrStaked rank username v2Corr20 cort20 corJ60 corrV4 fncV4 icV2 mmc ric "
                + "return1y return3m returnAllTime return1yNmr return3mNmr returnAllTimeNmr } }", new
            {
                limit = 50,
                offset = 0,
                tournament = 8,
            })).At("accountLeaderboard");
        Assert.Contains(participant.Username, accounts.EnumerateArray().Select(one => one.Text("username")));
        Assert.Empty(
            (await AskAsync("{ signalsLeaderboard(limit: 1, offset: 0) { prevRank rank sharpe today username mmc mmcRank nmrStaked "
                + "icRank icRep tcRep tcRank } cryptosignalsLeaderboard(limit: 1, offset: 0) { nmrStaked rank username corrRep mmcRep "
                    + "return_1_day return_52_weeks return_13_weeks } }")).At("signalsLeaderboard").EnumerateArray());
        var stake =
            (await AskAsync("query($modelName: String!) { v3UserProfile(modelName: $modelName) { stakeValue } }", new { modelName = name }))
                .At("v3UserProfile", "stakeValue");
        Assert.True(stake.GetDouble() > 40);
        var transfers =
            (await AskAsync("query { account { walletTxns { amount from status to time tournament txHash type } } }", null, participant))
                .At("account", "walletTxns");
        Assert.Equal(("100", "deposit"), (transfers.Text("0", "amount"), transfers.Text("0", "type")));
        Assert.Equal("stake_increase", transfers.Text("1", "type"));
    }

    private static string UtcText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task PutAsync(string url, string content)
    {
        using var http = new HttpClient();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        using var answer = await http.PutAsync(new Uri(url), body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<JsonElement> AskAsync(string query, object? variables = null, TestParticipant? participant = null) =>
        _server.DataAsync(query, variables, participant?.Credentials, "/");

    private async Task<string> CodeAsync(string query, object? variables = null, TestParticipant? participant = null) =>
        (await _server.RefusedAsync(query, variables, participant?.Credentials)).Code;
}

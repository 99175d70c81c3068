using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>
/// The queries of participants' clients as they send them: anonymous, to the root, variables that are not set as null, types that do
/// not exist; and the answers where they look for them. Each test has a server of its own, since "no round is open" is one of the answers.
/// </summary>
public sealed partial class ParticipantOperationTests : IAsyncLifetime
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
          v2ChangeStake(value: $value type: $type modelId: $modelId tournamentNumber: $tournamentNumber) {
            dueDate requestedAmount status type } }
        """;

    private readonly TestServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_participant_finds_its_way_from_account_to_payout()
    {
        var round = await _server.OpenRoundAsync();
        await _server.Operator.Operator.MintAsync(Nmr.FromNmr(1000));
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
        Assert.Equal(Nmr.FromNmr(1), (await participant.Client.Accounts.GetAsync()).Models.Single().Stake);
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

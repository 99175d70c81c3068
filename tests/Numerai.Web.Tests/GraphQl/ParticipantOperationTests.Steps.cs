using System.Net;
using System.Net.Http.Headers;
using Numerai.Contracts;
using Numerai.Web.Tests.Support;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>The steps of a participant's way.</summary>
public sealed partial class ParticipantOperationTests
{
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
            query($modelId: ID! $displayName: String $version: String $day: Int $resolved: Boolean $tournament: Int
                $lastNRounds: Int $distinctOnRound: Boolean) {
              submissionScores(modelId: $modelId displayName: $displayName version: $version day: $day
                resolved: $resolved tournament: $tournament lastNRounds: $lastNRounds distinctOnRound: $distinctOnRound) {
                roundId submissionId roundNumber roundResolveTime roundScoreTime roundCloseStakingTime value percentile
                displayName version date day resolveDate resolved } }
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
              atRisk corrMultiplier, mmcMultiplier, roundPayoutFactor, roundNumber, roundOpenTime, roundResolveTime,
              roundResolved, roundTarget payout
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
}

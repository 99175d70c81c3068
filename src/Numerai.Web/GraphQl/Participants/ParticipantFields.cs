using Numerai.Tournament.Rounds.Presets;
using Numerai.Web.GraphQl.Data;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.GraphQl.Leaderboards;
using Numerai.Web.GraphQl.Rounds;
using Numerai.Web.GraphQl.Scores;
using Numerai.Web.GraphQl.Stakes;
using Numerai.Web.GraphQl.Submissions;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>
/// The operations of participants' clients, with their names and arguments; where clients differ in spelling, a field has two names.
/// </summary>
internal static class ParticipantFields
{
    private static readonly Access _account = new(Scopes.ReadUserInfo);
    private static readonly Access _submissions = new(Scopes.ReadSubmissionInfo);
    private static readonly Access _upload = new(Scopes.UploadSubmission);
    private static readonly Access _stake = new(Scopes.Stake);

    public static void Add(FieldMaker queries, FieldMaker mutations)
    {
        AddAccounts(queries);
        AddRounds(queries);
        AddSubmissions(queries, mutations);
        mutations.Add(
            "v2ChangeStake",
            "Increase or decrease a model's stake; with a commandId of one's own it may be repeated.",
            StakeOperations.ChangeAsync,
            _stake);
        mutations.Add("releaseStake", "Drain a model's stake, or release a part of it.", StakeOperations.ReleaseAsync, _stake);
    }

    private static void AddAccounts(FieldMaker queries)
    {
        queries.Add("account", "The account of the key in use.", AccountQueries.AccountAsync, _account);
        var onlyModel = $"A model by its id; without one the account's only model of {Tournaments.Default.Name}.";
        queries.Add("model", onlyModel, AccountQueries.ModelAsync, _account);
        queries.Add("accountProfile", "The models of an account.", AccountQueries.ProfileAsync);
        TournamentFields.AddPeople(queries);
        queries.Add("accountLeaderboard", "Accounts, best first.", LeaderboardQueries.AccountsAsync);
    }

    private static void AddRounds(FieldMaker queries)
    {
        queries.Add("tournaments", "The tournaments with their numbers.", RoundQueries.TournamentsAsync);
        queries.Add("rounds", "Rounds, newest first; number 0 is the one that takes submissions now, or null.", RoundQueries.ListAsync);
        queries.Add("listDatasets", "Names of the published data files.", DatasetQueries.ListAsync);
        queries.Add("dataset", "Address of a data file.", DatasetQueries.UrlAsync);
        queries.Add("submissionScores", "Scores of a model, newest round first.", ScoreQueries.ListAsync);
        queries.Add(
            "v2RoundModelPerformances",
            "A model's rounds, newest first, with scores, stake at risk and payout.",
            PerformanceQueries.PerformancesAsync);
        queries.Add(
            "pendingModelPayouts",
            "What the account's models were paid, and the rounds that will pay.",
            PerformanceQueries.PayoutsAsync,
            _account);
    }

    private static void AddSubmissions(FieldMaker queries, FieldMaker mutations)
    {
        queries.Add(
            "submissions", "Submissions of one of the account's models, newest first.", SubmissionOperations.ListAsync, _submissions);
        foreach (var name in new[] { "submission_upload_auth", "submissionUploadAuth" })
        {
            queries.Add(name, "An address to PUT a file of predictions to, once.", SubmissionOperations.UploadAuthAsync, _upload);
        }

        TournamentFields.AddUpload(queries, _upload);
        queries.Add(
            "diagnosticsUploadAuth", "An address to PUT validation predictions to, once.", DiagnosticsOperations.UploadAuthAsync, _upload);
        queries.Add("diagnostics", "How far diagnostics are, and their report.", DiagnosticsOperations.FindAsync, _submissions);
        mutations.Add("createDiagnostics", "Diagnose an uploaded file.", DiagnosticsOperations.CreateAsync, _upload);
        foreach (var name in new[] { "create_submission", "createSubmission" })
        {
            mutations.Add(
                name,
                "Make an uploaded file the model's submission; repeating it answers with the same submission.",
                SubmissionOperations.CreateAsync,
                _upload);
        }

        TournamentFields.AddSubmission(mutations, _upload);
    }
}

using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds.Presets;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Fields;
using Numerai.Web.GraphQl.Leaderboards;
using Numerai.Web.GraphQl.Submissions;
using Numerai.Web.Hosting;
using Numerai.Web.Http;
using Numerai.Web.Models;
using Numerai.Web.Standings;
using Numerai.Web.Uploads;
using Numerai.Web.Webhooks;

namespace Numerai.Web.GraphQl.Participants;

/// <summary>
/// The fields that participants' clients (numerapi) have for one tournament each, under names and with types that are theirs: nothing but
/// this table says which tournament a name means. Other tournaments are reached by the fields that take a number.
/// </summary>
internal static class TournamentFields
{
    private static readonly TournamentPreset _classic = TournamentPresets.Classic;
    private static readonly TournamentPreset _signals = TournamentPresets.Signals;
    private static readonly TournamentPreset _crypto = TournamentPresets.Crypto;

    public static void AddPeople(FieldMaker queries)
    {
        queries.Add("v3UserProfile", $"A model of {_classic.Name} by its name; null when there is none.", ProfileAsync);
        queries.Add("v2SignalsProfile", $"A model of {_signals.Name} by its name; null when there is none.", SignalsProfileAsync);
        queries.Add("v2Leaderboard", $"Models of {_classic.Name}, best first.", LeaderboardAsync);
        queries.Add("signalsLeaderboard", $"Models of {_signals.Name}, best first.", SignalsLeaderboardAsync);
        queries.Add("cryptosignalsLeaderboard", $"Models of {_crypto.Name}, best first.", CryptoLeaderboardAsync);
    }

    public static void AddUpload(FieldMaker queries, Access access) =>
        queries.Add("submissionUploadSignalsAuth", $"The same for {_signals.Name}.", UploadAuthAsync, access);

    public static void AddSubmission(FieldMaker mutations, Access access) =>
        mutations.Add("createSignalsSubmission", $"The same for {_signals.Name}.", CreateAsync, access);

    private static async Task<Answer<V3UserProfile?>> ProfileAsync(
        ModelLookup models, IActors actors, string? modelName = null, string? model_name = null) =>
        (modelName ?? model_name) is not { } name ? new Refusal(RefusalCodes.InvalidRequest, "The argument 'modelName' is missing.")
        : await AccountQueries.FindAsync(name, _classic, models, actors) is { } one
            ? new V3UserProfile(one.Id, one.StartDate, one.Username, one.Bio, one.NmrStaked, one.StakeValue)
            : default(V3UserProfile);

    private static async Task<Answer<V2SignalsProfile?>> SignalsProfileAsync(string modelName, ModelLookup models, IActors actors) =>
        await AccountQueries.FindAsync(modelName, _signals, models, actors) is { } one
            ? new V2SignalsProfile(one.Id, one.StartDate, one.Username, one.Bio, one.NmrStaked, one.StakeValue, one.NmrStaked)
            : default(V2SignalsProfile);

    private static Task<Answer<IReadOnlyList<LeaderboardNode>>> LeaderboardAsync(
        int? limit, int? offset, IReadModel readModel, TournamentTime time, StandingsCache standings) =>
        LeaderboardQueries.ListAsync(_classic, limit, offset, readModel, time, standings);

    private static Task<Answer<IReadOnlyList<SignalsLeaderboardNode>>> SignalsLeaderboardAsync(
        int? limit, int? offset, IReadModel readModel, TournamentTime time, StandingsCache standings) =>
        LeaderboardQueries.ListPortfoliosAsync(_signals, limit, offset, readModel, time, standings);

    private static Task<Answer<IReadOnlyList<LeaderboardNode>>> CryptoLeaderboardAsync(
        int? limit, int? offset, IReadModel readModel, TournamentTime time, StandingsCache standings) =>
        LeaderboardQueries.ListAsync(_crypto, limit, offset, readModel, time, standings);

    private static Task<Answer<FileAuthNode>> UploadAuthAsync(
        string filename,
        string? modelId,
        Caller caller,
        OwnModels own,
        HttpRequest request,
        ModelLookup models,
        SubmissionService service,
        UploadTokens tokens,
        WebServerOptions options,
        int? tournament = null) =>
        SubmissionOperations.UploadAuthAsync(
            filename, tournament ?? _signals.Id.Number, modelId, caller, own, request, models, service, tokens, options);

    /// <inheritdoc cref="SubmissionOperations.CreateAsync"/>
    private static Task<Answer<CreatedSubmissionNode>> CreateAsync(
        string filename,
        string? modelId,
        string? triggerId,
        string? source,
        int? dataDatestamp,
        Caller caller,
        OwnModels own,
        ModelLookup models,
        SubmissionService service,
        WebhookDispatcher webhooks,
        IActors actors) =>
        SubmissionOperations.CreateAsync(
            filename, _signals.Id.Number, modelId, triggerId, source, dataDatestamp, caller, own, models, service, webhooks, actors);
}

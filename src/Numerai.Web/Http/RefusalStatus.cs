using System.Collections.Frozen;
using Numerai.Tournament.Outcomes;

namespace Numerai.Web.Http;

/// <summary>The HTTP status of every refusal code. 409 is said of what another state of the tournament would allow, 422 of limits.</summary>
internal static class RefusalStatus
{
    private static readonly FrozenDictionary<string, int> _statuses = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [RefusalCodes.InvalidName] = 400,
        [RefusalCodes.InvalidAmount] = 400,
        [RefusalCodes.InvalidSettings] = 400,
        [RefusalCodes.InvalidRequest] = 400,
        [RefusalCodes.InvalidDatasetName] = 400,
        [RefusalCodes.NotAuthenticated] = 401,
        [RefusalCodes.NotAuthorised] = 403,
        [RefusalCodes.ModelNotOwned] = 403,
        [ApiCodes.RegistrationClosed] = 403,
        [RefusalCodes.AccountNotFound] = 404,
        [RefusalCodes.ModelNotFound] = 404,
        [RefusalCodes.KeyNotFound] = 404,
        [RefusalCodes.RoundNotFound] = 404,
        [RefusalCodes.MetaModelNotFound] = 404,
        [RefusalCodes.SubmissionNotFound] = 404,
        [RefusalCodes.DatasetNotFound] = 404,
        [RefusalCodes.CheckpointNotFound] = 404,
        [RefusalCodes.DocumentNotFound] = 404,
        [RefusalCodes.UploadNotFound] = 404,
        [RefusalCodes.InvalidWebhook] = 400,
        [RefusalCodes.WebhookNotFound] = 404,
        [RefusalCodes.WebhookNotDead] = 409,
        [RefusalCodes.WebhookLimitReached] = 422,
        [ApiCodes.ReleaseNotFound] = 404,
        [ApiCodes.FeatureSetNotFound] = 404,
        [ApiCodes.DiagnosticsNotFound] = 404,
        [ApiCodes.EndpointNotFound] = 404,
        [ApiCodes.MethodNotAllowed] = 405,
        [RefusalCodes.InvalidRatio] = 400,
        [RefusalCodes.AgreementWrongParty] = 403,
        [RefusalCodes.FeedNotOwned] = 403,
        [RefusalCodes.AgreementNotFound] = 404,
        [RefusalCodes.FeedNotFound] = 404,
        [RefusalCodes.PostNotFound] = 404,
        [RefusalCodes.AgreementExists] = 409,
        [RefusalCodes.AgreementWrongState] = 409,
        [RefusalCodes.FeedFull] = 422,
        [RefusalCodes.PostNotMatched] = 422,
        [RefusalCodes.RatioOverflow] = 422,
        [RefusalCodes.UsernameTaken] = 409,
        [RefusalCodes.ModelNameTaken] = 409,
        [RefusalCodes.CommandReused] = 409,
        [RefusalCodes.RoundExists] = 409,
        [RefusalCodes.RoundNotOpen] = 409,
        [RefusalCodes.RoundStillOpen] = 409,
        [RefusalCodes.RoundWrongPhase] = 409,
        [RefusalCodes.RoundNotFullyScored] = 409,
        [RefusalCodes.TargetDayOutOfOrder] = 409,
        [RefusalCodes.TargetAlreadyPublished] = 409,
        [RefusalCodes.DatasetExists] = 409,
        [RefusalCodes.DocumentWithheld] = 409,
        [RefusalCodes.UploadUsed] = 409,
        [RefusalCodes.UploadMissing] = 409,
        [ApiCodes.ClockNotVirtual] = 409,
        [ApiCodes.ClockNotForward] = 409,
        [RefusalCodes.UploadExpired] = 410,
        [RefusalCodes.UploadTooLarge] = 413,
        [ApiCodes.RequestTooLarge] = 413,
        [ApiCodes.UnsupportedMediaType] = 415,
        [RefusalCodes.BalanceInsufficient] = 422,
        [RefusalCodes.StakeInsufficient] = 422,
        [RefusalCodes.TreasuryInsufficient] = 422,
        [RefusalCodes.WithdrawalTooEarly] = 422,
        [RefusalCodes.ModelLimitReached] = 422,
        [RefusalCodes.KeyLimitReached] = 422,
        [RefusalCodes.InvalidTarget] = 422,
        [RefusalCodes.InvalidUniverse] = 422,
        [ApiCodes.RateLimited] = 429,
        [ApiCodes.DiagnosticsBusy] = 429,
        [ApiCodes.InternalError] = 500,
        [ApiCodes.ShuttingDown] = 503,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>422 for the codes of file contents, which other rooms define.</summary>
    public static int Of(string code) => _statuses.GetValueOrDefault(code, StatusCodes.Status422UnprocessableEntity);

    public static bool Knows(string code) => _statuses.ContainsKey(code);
}

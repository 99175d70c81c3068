namespace Numerai.Web.Http;

/// <summary>Refusal codes of the web server itself; those of the domain are in Numerai.RefusalCodes.</summary>
internal static class ApiCodes
{
    public const string InternalError = "internal_error";
    public const string EndpointNotFound = "endpoint_not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string RequestTooLarge = "request_too_large";
    public const string RateLimited = "rate_limited";
    public const string RegistrationClosed = "registration_closed";
    public const string ClockNotVirtual = "clock_not_virtual";
    public const string ClockNotForward = "clock_not_forward";
    public const string TemporarilyUnavailable = "temporarily_unavailable";
    public const string ClockTooFar = "clock_too_far";
    public const string ReleaseNotFound = "release_not_found";
    public const string FeatureSetNotFound = "feature_set_not_found";
    public const string DiagnosticsNotFound = "diagnostics_not_found";
    public const string DiagnosticsBusy = "diagnostics_busy";
    public const string NullInList = "null_in_list";
    public const string RequestTimeout = "request_timeout";
    public const string QueryTooComplex = "query_too_complex";
    public const string OperationNotSupported = "operation_not_supported";
    public const string ShuttingDown = "shutting_down";
}

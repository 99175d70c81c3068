using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Http;

/// <summary>Turns what was thrown into problem details. A fault's own words stay in the log, found again by the trace id.</summary>
internal sealed class FaultHandler(PassingFaults passing, ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more; 499 is what logs know this as.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await Describe(httpContext, exception).WriteAsync(httpContext);
        return true;
    }

    private Problem Describe(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case RefusedException refused:
                return Problem.Of(refused.Refusal);
            case UploadRefusedException refused:
                return Problem.Of(refused.Refusal);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.Of(new Refusal(ApiCodes.RequestTooLarge, "The request body is larger than this endpoint takes."));
            case BadHttpRequestException bad:
                return Problem.Of(new Refusal(RefusalCodes.InvalidRequest, $"The request is not understood: {bad.Message}"));
            case var fault when passing.Contains(fault):
                logger.LogWarning(fault, "{Method} {Path} can't be answered now.", context.Request.Method, context.Request.Path);
                context.Response.Headers.RetryAfter = "1";
                return Problem.Of(new Refusal(ApiCodes.TemporarilyUnavailable, PassingFaults.Sentence));
            default:
                var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                logger.LogError(
                    exception, "{Method} {Path} failed; trace id {TraceId}.", context.Request.Method, context.Request.Path, traceId);
                return Problem.Of(
                    new Refusal(
                        ApiCodes.InternalError, $"The server failed to carry this out; its log tells more under trace id {traceId}."),
                    traceId);
        }
    }
}

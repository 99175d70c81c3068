using Microsoft.AspNetCore.Diagnostics;
using Numerai.Grains.Calls;

namespace Numerai.Silo.Hosting;

/// <summary>
/// A silo or a database that is not there at the moment is no fault of this request: 503, and when to ask again. Clients repeat such
/// requests by themselves.
/// </summary>
internal sealed class UnavailableHandler(ILogger<UnavailableHandler> logger) : IExceptionHandler
{
    private const string Code = "temporarily_unavailable";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested || exception is BadHttpRequestException || !TransientFaults.MayPass(exception))
        {
            return false;
        }

        logger.LogWarning(exception, "{Method} {Path} can't be answered now.", httpContext.Request.Method, httpContext.Request.Path);
        var problem = new
        {
            type = $"urn:numerai:problem:{Code}",
            title = "Service Unavailable",
            status = StatusCodes.Status503ServiceUnavailable,
            code = Code,
            detail = "A part of the platform can't be reached at the moment; whether this was carried out is not known. Send the same request again.",
        };
        httpContext.Response.Headers.RetryAfter = "1";
        httpContext.Response.StatusCode = problem.status;
        await httpContext.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", cancellationToken);
        return true;
    }
}

using Microsoft.AspNetCore.WebUtilities;
using Numerai.Contracts;
using Numerai.Web.GraphQl.Execution;
using Numerai.Web.Pages.Frame;

namespace Numerai.Web.Http;

/// <summary>Problem details (RFC 9457) of a refusal.</summary>
/// <param name="Code">Stable; what programs decide on.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="TraceId">Only for faults: finds the entry in the server's log.</param>
internal sealed record Problem(string Type, string Title, int Status, string Code, string Detail, string? TraceId)
{
    public const string MediaType = "application/problem+json";

    public static Problem Of(Refusal refusal, string? traceId = null)
    {
        var status = RefusalStatus.Of(refusal.Code);
        return new Problem(
            $"urn:numerai:problem:{refusal.Code}", ReasonPhrases.GetReasonPhrase(status), status, refusal.Code, refusal.Message, traceId);
    }

    public Task WriteAsync(HttpContext context)
    {
        if (AnswersGraphQl.At(context))
        {
            return context.RequestServices.GetRequiredService<GraphQlServer>().RefuseAsync(context, new Refusal(Code, Detail));
        }

        if (Html.IsWanted(context.Request))
        {
            return Html.Of(this).ExecuteAsync(context);
        }

        if (Code == RefusalCodes.RoundAtWork)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        context.Response.StatusCode = Status;
        return context.Response.WriteAsJsonAsync(this, ApiJson.Options, MediaType, context.RequestAborted);
    }
}

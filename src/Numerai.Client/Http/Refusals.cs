using System.Net;
using System.Text.Json;

namespace Numerai.Client.Http;

/// <summary>Reads the server's problem details.</summary>
internal static class Refusals
{
    public static NumeraiApiException Of(ApiAnswer answer, Uri server)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<Problem>(answer.Body, NumeraiJson.Options);
            if (problem is { Code: { } code, Detail: { } detail })
            {
                return new NumeraiApiException(code, detail, answer.Status);
            }
        }
        catch (JsonException)
        {
            // Not our server's: told below.
        }

        if (answer.Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
        {
            // No word of our server's: a proxy that has none to pass the request on to.
            return new NumeraiApiException(
                NumeraiApiException.Unreachable,
                $"{server} answered {(int)answer.Status} {answer.Status}: there is a proxy, but no tournament server behind it that "
                    + "answers; try again in a moment.",
                answer.Status);
        }

        return new NumeraiApiException(
            NumeraiApiException.NotUnderstood,
            $"{server} answered {(int)answer.Status} {answer.Status} without a code; is it a tournament server?",
            answer.Status);
    }

    private sealed record Problem(string? Code, string? Detail);
}

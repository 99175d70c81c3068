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

        return new NumeraiApiException(
            NumeraiApiException.NotUnderstood,
            $"{server} answered {(int)answer.Status} {answer.Status} without a code; is it a tournament server?",
            answer.Status);
    }

    private sealed record Problem(string? Code, string? Detail);
}

using Numerai.Contracts;

namespace Numerai.Web.Http;

/// <summary>Gives problem details to the statuses that routing sets by itself.</summary>
internal static class EmptyAnswers
{
    public static Task DescribeAsync(HttpContext context)
    {
        var request = context.Request;
        Refusal? refusal = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new Refusal(
                ApiCodes.EndpointNotFound, $"There is nothing at {request.Path}; /docs lists what there is."),
            StatusCodes.Status405MethodNotAllowed => new Refusal(
                ApiCodes.MethodNotAllowed, $"{request.Path} does not take {request.Method}; /docs lists what it takes."),
            StatusCodes.Status415UnsupportedMediaType => JsonBodyReader.WrongMediaType(request),
            StatusCodes.Status413PayloadTooLarge => new Refusal(
                ApiCodes.RequestTooLarge, "The request body is larger than this endpoint takes."),
            _ => null,
        };
        return refusal is null ? Task.CompletedTask : Problem.Of(refusal).WriteAsync(context);
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Web.Http;
using Numerai.Web.Rounds;

namespace Numerai.Web.Operators;

/// <summary>
/// The round when a step of it is done: 200. When patience is over sooner, the round as it is and where to ask for the step: 202.
/// </summary>
internal sealed class StepAnswer(Answer<Round> answer, RoundView? atWork, PreferredWait wait) : IResult, IEndpointMetadataProvider
{
    public static implicit operator StepAnswer(Refusal refusal) => new(refusal, null, new PreferredWait(TimeSpan.Zero, false));

    public static StepAnswer Of(Outcome<RoundView> outcome, PreferredWait wait) => new(
        Answer<Round>.Of(outcome, RoundAnswers.AnswerOperator),
        outcome is { Accepted: true, Value: { Working: not null } round } ? round : null,
        wait);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Answer<Round>.PopulateMetadata(method, builder);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        wait.Apply(httpContext.Response);
        if (atWork is { Id: var round })
        {
            httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
            httpContext.Response.Headers.Location = $"/api/v1/operator/rounds/{round.Tournament}/{round.Number}/step";
            httpContext.Response.Headers.RetryAfter = "1";
        }

        return answer.ExecuteAsync(httpContext);
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Numerai.Tournament.Outcomes;

namespace Numerai.Web.Http;

/// <summary>What an endpoint answers: a value as JSON, or a refusal as problem details.</summary>
internal sealed class Answer<T> : IResult, IAnswer, IEndpointMetadataProvider
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Answer(T? value, Refusal? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);

    /// <summary>For interfaces, which do not convert by themselves.</summary>
    public static Answer<T> With(T value) => new(value, null);

    public static Answer<T> Of<TDomain>(Outcome<TDomain> outcome, Func<TDomain, T> map) =>
        outcome.Accepted ? map(outcome.Value) : outcome.Refusal;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [Problem.MediaType]));
    }

    public object? Require() => _refusal is { } refusal ? throw new RefusedException(refusal) : _value;

    public Task ExecuteAsync(HttpContext httpContext) => _refusal is { } refusal
        ? Problem.Of(refusal).WriteAsync(httpContext)
        : httpContext.Response.WriteAsJsonAsync(_value, ApiJson.Options, httpContext.RequestAborted);
}

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Web.Reads;

namespace Numerai.Web.Http;

/// <summary>What an endpoint answers: a value as JSON, or a refusal as problem details.</summary>
internal sealed class Answer<T> : IResult, IAnswer, IEndpointMetadataProvider
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Answer(T? value, Refusal? refusal, string? position = null)
    {
        _value = value;
        _refusal = refusal;
        Position = position;
    }

    public string? Position { get; }

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);

    /// <summary>For interfaces, which do not convert by themselves.</summary>
    public static Answer<T> With(T value) => new(value, null);

    public static Answer<T> Of<TDomain>(Outcome<TDomain> outcome, Func<TDomain, T> map) =>
        outcome.Accepted ? new Answer<T>(map(outcome.Value), null, outcome.Position) : outcome.Refusal;

    /// <summary>The same answer, given after another command that was carried out for the request.</summary>
    public Answer<T> After(string? position) => _refusal is not null || position is null ? this
        : new(_value, null, Position is { } own ? $"{position},{own}" : position);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [Problem.MediaType]));
    }

    public object? Require() => _refusal is { } refusal ? throw new RefusedException(refusal) : _value;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (_refusal is { } refusal)
        {
            return Problem.Of(refusal).WriteAsync(httpContext);
        }

        httpContext.RequestServices.GetRequiredService<CommandPositions>().Tell(httpContext, Position);
        return httpContext.Response.WriteAsJsonAsync(_value, ApiJson.Options, httpContext.RequestAborted);
    }
}

using System.Globalization;
using System.Reflection;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Numerai.Contracts;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Types;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Fields;

/// <summary>One parameter of a <see cref="Handler"/>.</summary>
internal sealed record HandlerParameter(ParameterInfo Parameter, HandlerParameterKind Kind)
{
    public static HandlerParameter Of(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return new HandlerParameter(parameter, type switch
        {
            _ when type == typeof(Caller) => HandlerParameterKind.Caller,
            _ when type == typeof(Paging) => HandlerParameterKind.Paging,
            _ when type == typeof(HttpContext) => HandlerParameterKind.Context,
            _ when type == typeof(HttpRequest) => HandlerParameterKind.Request,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(JsonBody<>) => HandlerParameterKind.Body,
            _ when ScalarTypes.Find(Nullable.GetUnderlyingType(type) ?? type) is not null
                || (Nullable.GetUnderlyingType(type) ?? type).IsEnum =>
                HandlerParameterKind.Argument,
            _ => HandlerParameterKind.Service,
        });
    }

    public IEnumerable<QueryArgument> Arguments(TypeCatalog types) => Kind switch
    {
        HandlerParameterKind.Argument => [new QueryArgument(types.Input(Parameter)) { Name = Parameter.Name! }],
        HandlerParameterKind.Body => types.Arguments(Parameter.ParameterType.GetGenericArguments()[0]),
        _ => [],
    };

    public object? Value(IResolveFieldContext field, HttpContext context, Caller? caller, Paging? paging) => Kind switch
    {
        HandlerParameterKind.Argument => Argument(field),
        HandlerParameterKind.Body => Body(field),
        HandlerParameterKind.Paging => paging,
        HandlerParameterKind.Caller => caller,
        HandlerParameterKind.Context => context,
        HandlerParameterKind.Request => context.Request,
        _ => context.RequestServices.GetRequiredService(Parameter.ParameterType),
    };

    private object? Argument(IResolveFieldContext field)
    {
        var value = field.Arguments is { } arguments && arguments.TryGetValue(Parameter.Name!, out var argument) ? argument.Value : null;
        var type = Nullable.GetUnderlyingType(Parameter.ParameterType) ?? Parameter.ParameterType;
        return value is null ? (Parameter.HasDefaultValue ? Parameter.DefaultValue : null)
            : type == typeof(JsonElement) ? JsonSerializer.SerializeToElement(value, ApiJson.Options)
            : type != typeof(Guid) ? value
            : Guid.TryParseExact(value.ToString(), "D", out var id) ? id
            : throw new RefusedException(new Refusal(
                RefusalCodes.InvalidRequest,
                $"'{Parameter.Name}' is '{value}'; it is a UUID such as 0f8fad5b-d9cb-869f-a165-70867728950e."));
    }

    /// <summary>The body as it would have come over REST, read by the same reader. What is null is absent.</summary>
    private object Body(IResolveFieldContext field)
    {
        var type = Parameter.ParameterType.GetGenericArguments()[0];
        var given = (field.Arguments ?? new Dictionary<string, GraphQL.Execution.ArgumentValue>())
            .Where(argument => argument.Value.Value is not null && Names(type).Contains(argument.Key))
            .ToDictionary(argument => argument.Key, argument => argument.Value.Value, StringComparer.Ordinal);
        var content = JsonBodyReader.Read(JsonSerializer.SerializeToElement(given, ApiJson.Options), type);
        return Activator.CreateInstance(
            Parameter.ParameterType, BindingFlags.Public | BindingFlags.Instance, null, [content], CultureInfo.InvariantCulture)!;
    }

    private static HashSet<string> Names(Type type) =>
        [.. ApiJson.Options.GetTypeInfo(type).Properties.Select(property => property.Name)];
}

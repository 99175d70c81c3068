using System.Collections.Immutable;
using System.Reflection;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using Numerai.Web.Authentication;
using Numerai.Web.GraphQl.Types;
using Numerai.Web.Http;
using Numerai.Web.Reads;

namespace Numerai.Web.GraphQl.Fields;

/// <summary>
/// A method that answers a REST request, called for a field: its plain parameters and the fields of its body are the field's arguments,
/// the rest it gets as it would there.
/// </summary>
internal sealed class Handler
{
    private readonly Delegate _method;
    private readonly ImmutableArray<HandlerParameter> _parameters;

    public Handler(Delegate method)
    {
        _method = method;
        _parameters = [.. method.Method.GetParameters().Select(HandlerParameter.Of)];
        Result = ResultOf(method.Method.ReturnType);
    }

    /// <summary>What is answered when nothing is refused.</summary>
    public Type Result { get; }

    public bool Pages => _parameters.Any(parameter => parameter.Kind == HandlerParameterKind.Paging);

    public IEnumerable<QueryArgument> Arguments(TypeCatalog types) => _parameters.SelectMany(parameter => parameter.Arguments(types));

    /// <exception cref="RefusedException">The answer is a refusal.</exception>
    public async Task<object?> CallAsync(IResolveFieldContext field, HttpContext context, Caller? caller, Paging? paging = null)
    {
        var values = _parameters.Select(parameter => parameter.Value(field, context, caller, paging)).ToArray();
        var task = (Task)_method.Method.Invoke(_method.Target, BindingFlags.DoNotWrapExceptions, null, values, null)!;
        await task;
        var answer = (IAnswer?)task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
        if (field.Operation.Operation == OperationType.Mutation)
        {
            context.RequestServices.GetRequiredService<CommandPositions>().Tell(context, answer?.Position);
        }

        return answer?.Require();
    }

    private static Type ResultOf(Type task)
    {
        var answer = task.IsGenericType ? task.GetGenericArguments()[0] : null;
        return answer is { IsGenericType: true } && answer.GetGenericTypeDefinition() == typeof(Answer<>)
            ? answer.GetGenericArguments()[0]
            : throw new ArgumentException($"A handler returns Task<Answer<...>>, not {task}.", nameof(task));
    }
}

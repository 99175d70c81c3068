using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Numerai.Contracts;
using Numerai.Web.Http;
using Numerai.Web.Reads;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>The schema and what executes operations on it.</summary>
internal sealed class GraphQlServer
{
    private static readonly IEnumerable<IValidationRule> _rules = [.. DocumentValidator.CoreRules, GraphQlLimits.Rule];

    private readonly Schema _schema = ApiSchema.Make();
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLDocumentBuilder _parser = new();
    private readonly GraphQLSerializer _serializer;

    public GraphQlServer(ErrorForms errors)
    {
        _serializer = new GraphQLSerializer(errors);
        Sdl = _schema.Print();
    }

    /// <summary>The schema in GraphQL's own language.</summary>
    public string Sdl { get; }

    public async Task AnswerAsync(GraphQlRequest request, HttpContext context) =>
        await WriteAsync(context, await ExecuteAsync(request, context));

    public Task RefuseAsync(HttpContext context, Refusal refusal) =>
        WriteAsync(context, Refused(refusal));

    private static ExecutionResult Refused(Refusal refusal) => new() { Errors = [new RefusalError(refusal)] };

    private async Task<ExecutionResult> ExecuteAsync(GraphQlRequest request, HttpContext context)
    {
        try
        {
            if (QueryTokens.Check(request.Query) is { } tooLarge)
            {
                return Refused(tooLarge);
            }

            var document = _parser.Build(request.Query);
            if ((QueryCheck.Check(document) ?? UnsupportedOperations.Check(document)) is { } refusal)
            {
                return Refused(refusal);
            }

            if (Reads(document, request.OperationName))
            {
                await ReadYourWrites.WaitAsync(context);
            }

            ClientTypeNames.Correct(document);
            return await _executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = _schema,
                Query = request.Query,
                Document = document,
                OperationName = request.OperationName,
                Variables = request.Variables is { } variables ? _serializer.ReadNode<Inputs>(variables)! : Inputs.Empty,
                UserContext = GraphQlContext.Make(context),
                RequestServices = context.RequestServices,
                ValidationRules = _rules,
                CancellationToken = context.RequestAborted,
            });
        }
        catch (ExecutionError error)
        {
            return new ExecutionResult { Errors = [error] };
        }
        catch (RefusedException refused)
        {
            return Refused(refused.Refusal);
        }
    }

    /// <summary>A mutation is carried out at once; only queries wait for what was done before.</summary>
    private static bool Reads(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>();
        var chosen = string.IsNullOrEmpty(name) ? operations.FirstOrDefault()
            : operations.FirstOrDefault(operation => operation.Name?.StringValue == name);
        return chosen?.Operation == OperationType.Query;
    }

    /// <summary>Always 200: clients of the field read nothing else, and repeat a mutation that is answered with 5xx.</summary>
    private async Task WriteAsync(HttpContext context, ExecutionResult result)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (ReadYourWrites.IsStale(context))
        {
            result.Extensions = new Dictionary<string, object?>(result.Extensions ?? [], StringComparer.Ordinal) { ["stale"] = true };
        }

        await _serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }
}

using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>Errors as clients get them: a sentence, and the code that REST has for the same refusal.</summary>
internal sealed class ErrorForms(PassingFaults passing, ILogger<ErrorForms> logger) : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        switch (executionError)
        {
            case RefusalError:
                return Make(executionError.Message, executionError.Code!);
            case UnhandledError { InnerException: { } fault } when passing.Contains(fault):
                logger.LogWarning(fault, "A GraphQL field can't be answered now.");
                return Make(PassingFaults.Sentence, ApiCodes.TemporarilyUnavailable);
            case UnhandledError { InnerException: { } fault }:
                var traceId = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
                logger.LogError(
                    fault,
                    "GraphQL field {Path} failed; trace id {TraceId}.",
                    executionError.Path is { } path ? string.Join('.', path) : null,
                    traceId);
                return Make(
                    $"The server failed to carry this out; its log tells more under trace id {traceId}.", ApiCodes.InternalError, traceId);
            default:
                var code = executionError.Code == ApiCodes.QueryTooComplex ? ApiCodes.QueryTooComplex : RefusalCodes.InvalidRequest;
                return Make(executionError.Message, code);
        }
    }

    private static ErrorInfo Make(string message, string code, string? traceId = null)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        if (traceId is not null)
        {
            extensions["traceId"] = traceId;
        }

        return new ErrorInfo { Message = message, Extensions = extensions };
    }
}

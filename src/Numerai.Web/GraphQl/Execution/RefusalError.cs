using GraphQL;
using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>A refusal on its way to the list of errors.</summary>
internal sealed class RefusalError : ExecutionError
{
    public RefusalError(Refusal refusal)
        : base(refusal.Message) => Code = refusal.Code;
}

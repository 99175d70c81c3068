using Numerai.Contracts;

namespace Numerai.Web.Http;

/// <summary>Carries a refusal out of places that return no answer, such as reading a request's body.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}

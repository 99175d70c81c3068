namespace Numerai.Web.Http;

/// <summary>What an endpoint answers, for those who do not know its type.</summary>
internal interface IAnswer
{
    /// <summary>The value.</summary>
    /// <exception cref="RefusedException">It is a refusal.</exception>
    object? Require();
}

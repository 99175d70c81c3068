namespace Numerai.Web.Http;

/// <summary>What an endpoint answers, for those who do not know its type.</summary>
internal interface IAnswer
{
    /// <summary>How far the actors are that carried out the command; null where none was asked, and in refusals.</summary>
    string? Position { get; }

    /// <summary>The value.</summary>
    /// <exception cref="RefusedException">It is a refusal.</exception>
    object? Require();
}

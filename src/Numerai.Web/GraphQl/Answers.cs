using Numerai.Web.Http;

namespace Numerai.Web.GraphQl;

internal static class Answers
{
    /// <summary>A list as an answer: interfaces do not convert by themselves.</summary>
    public static Answer<IReadOnlyList<T>> List<T>(IReadOnlyList<T> items) => Answer<IReadOnlyList<T>>.With(items);

    /// <summary>The value of another request's answer.</summary>
    /// <exception cref="RefusedException">It is a refusal.</exception>
    public static T Value<T>(this Answer<T> answer) => (T)answer.Require()!;
}

using GraphQL;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>Hands the HTTP request to the resolvers.</summary>
internal static class GraphQlContext
{
    private const string Key = "http";

    public static Dictionary<string, object?> Make(HttpContext context) => new(StringComparer.Ordinal) { [Key] = context };

    public static HttpContext Of(IResolveFieldContext field) => (HttpContext)field.UserContext[Key]!;
}

using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>
/// How much one request may ask for. Every field counts 1, a field of Query 10, one of Mutation 100; what a list holds is bounded by its
/// own arguments. A hundred aliases of a profile fit, and so does what tools send to learn the schema.
/// </summary>
internal static class GraphQlLimits
{
    public const int MaximumDepth = 16;
    public const int MaximumComplexity = 5000;
    public const double QueryImpact = 10;
    public const double MutationImpact = 100;

    /// <summary>
    /// Types lead to fields and fields to types again: who goes round and round is stopped, the query that tools send is not.
    /// </summary>
    private const double IntrospectionImpact = 0.03;
    private const double FieldsOfType = 10;

    public static IValidationRule Rule { get; } = new ComplexityValidationRule(new ComplexityOptions
    {
        DefaultListImpactMultiplier = 1,
        DefaultComplexityImpactDelegate = context => context.ParentType.Name.StartsWith("__", StringComparison.Ordinal)
            ? new FieldComplexityResult
            {
                FieldImpact = IntrospectionImpact,
                ChildImpactMultiplier = context.FieldDefinition.Name == "fields" ? FieldsOfType : 1,
            }
            : new FieldComplexityResult { FieldImpact = 1, ChildImpactMultiplier = 1 },
        ValidateComplexityDelegate = context =>
        {
            context.Error = Check(context) is { } refusal
                ? new ValidationError(context.ValidationContext.Document.Source, string.Empty, refusal.Message) { Code = refusal.Code }
                : null;
            return Task.CompletedTask;
        },
    });

    private static Refusal? Check(ComplexityValidationContext context) =>
        context.MaxDepth > MaximumDepth
            ? new Refusal(ApiCodes.QueryTooComplex, $"The query is {context.MaxDepth} levels deep; at most {MaximumDepth} are taken.")
        : context.TotalImpact > MaximumComplexity
            ? new Refusal(
                ApiCodes.QueryTooComplex,
                $"The query weighs {context.TotalImpact} (a field counts 1, one of Query {QueryImpact}, one of Mutation "
                    + $"{MutationImpact}); at most {MaximumComplexity} are taken. Ask in several requests.")
        : null;
}

using GraphQLParser.AST;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>
/// The third look: how often fields answer under the same name at the same place. A rule compares every two of them, so their number counts
/// by its square. It writes fragments out, which is why the size is bounded before.
/// </summary>
internal static class QueryRepeats
{
    /// <summary>Pairs to compare, over the whole document.</summary>
    public static int Pairs(GraphQLDocument document)
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>()
            .DistinctBy(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal)
            .ToDictionary(fragment => fragment.FragmentName.Name.StringValue, fragment => fragment.SelectionSet, StringComparer.Ordinal);
        var roots = document.Definitions.Select(definition => (definition as IHasSelectionSetNode)?.SelectionSet)
            .OfType<GraphQLSelectionSet>();
        return roots.Sum(root => Pairs([root], fragments));
    }

    private static int Pairs(IReadOnlyList<GraphQLSelectionSet> merged, Dictionary<string, GraphQLSelectionSet> fragments) =>
        merged.SelectMany(set => Fields(set, fragments))
            .GroupBy(field => (field.Alias?.Name ?? field.Name).StringValue, StringComparer.Ordinal)
            .Select(same => same.ToList())
            .Sum(
                same =>
                    (same.Count * (same.Count - 1) / 2) + Pairs(
                        [.. same.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()], fragments));

    private static IEnumerable<GraphQLField> Fields(GraphQLSelectionSet set, Dictionary<string, GraphQLSelectionSet> fragments) =>
        set.Selections.SelectMany(selection => selection switch
        {
            GraphQLField field => [field],
            GraphQLInlineFragment inline => Fields(inline.SelectionSet, fragments),
            GraphQLFragmentSpread spread when fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var spreads) =>
                Fields(spreads, fragments),
            _ => Enumerable.Empty<GraphQLField>(),
        });
}

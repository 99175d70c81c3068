using GraphQLParser.AST;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>
/// The second look: what a document comes to when fragments are written out, in one pass over it. A fragment is measured once however
/// often it is spread, so forty that each spread the next twice cost forty steps here, and are refused before any rule walks them.
/// </summary>
internal sealed class QueryMeasure
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);

    /// <summary>Null while it is being measured.</summary>
    private readonly Dictionary<string, QuerySize?> _known = new(StringComparer.Ordinal);

    private QueryMeasure(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        }
    }

    /// <summary>Selections looked at.</summary>
    public int Steps { get; private set; }

    /// <summary>A fragment that leads back to itself; null when there is none.</summary>
    public string? Circle { get; private set; }

    /// <summary>Of all operations and all fragments, spread or not: rules walk each of them.</summary>
    public QuerySize Size { get; private set; }

    public static QueryMeasure Of(GraphQLDocument document)
    {
        var measure = new QueryMeasure(document);
        foreach (var definition in document.Definitions)
        {
            measure.Size += definition switch
            {
                GraphQLOperationDefinition operation => measure.Sum(operation.SelectionSet),
                GraphQLFragmentDefinition fragment when measure._fragments[fragment.FragmentName.Name.StringValue] == fragment =>
                    measure.OfFragment(fragment.FragmentName.Name.StringValue),
                GraphQLFragmentDefinition fragment => measure.Sum(fragment.SelectionSet),
                _ => default,
            };
        }

        return measure;
    }

    private QuerySize Sum(GraphQLSelectionSet? selections) =>
        (selections?.Selections ?? []).Aggregate(default(QuerySize), (sum, selection) => sum + OfSelection(selection));

    private QuerySize OfSelection(ASTNode selection)
    {
        Steps++;
        return selection switch
        {
            GraphQLField field => Sum(field.SelectionSet).Within(1),
            GraphQLInlineFragment inline => Sum(inline.SelectionSet).Within(0),
            GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue).Within(0),
            _ => default,
        };
    }

    private QuerySize OfFragment(string name)
    {
        if (!_fragments.TryGetValue(name, out var fragment))
        {
            return default;
        }

        if (_known.TryGetValue(name, out var size))
        {
            Circle ??= size is null ? name : null;
            return size ?? default;
        }

        _known[name] = null;
        var measured = Sum(fragment.SelectionSet);
        _known[name] = measured;
        return measured;
    }
}

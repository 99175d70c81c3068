using FsCheck.Xunit;
using GraphQL.Execution;
using GraphQLParser.AST;
using Numerai.Web.GraphQl.Execution;

namespace Numerai.Web.Tests.GraphQl;

/// <summary>What a document comes to when its fragments are written out.</summary>
public sealed class QueryMeasureTests
{
    [Property(MaxTest = 200)]
    public void A_document_measures_what_it_holds_when_every_fragment_is_written_out(int seed)
    {
        var document = Parse(RandomDocument(new Random(seed)));

        Assert.Equal(WrittenOut(document), QueryMeasure.Of(document).Size);
    }

    [Property(MaxTest = 200)]
    public void Every_selection_is_looked_at_once_however_often_its_fragment_is_spread(int seed)
    {
        var document = Parse(RandomDocument(new Random(seed)));
        var written = document.Definitions.Select(definition => ((IHasSelectionSetNode)definition).SelectionSet!).Sum(Written);

        Assert.Equal(written, QueryMeasure.Of(document).Steps);
    }

    [Property(MaxTest = 100)]
    public void More_in_a_document_never_measures_less(int seed)
    {
        var text = RandomDocument(new Random(seed));
        var (less, more) = (QueryMeasure.Of(Parse(text)).Size, QueryMeasure.Of(Parse(text + " query more { a { b } }")).Size);

        Assert.Equal((less.Selections + 2, Math.Max(less.Depth, 2)), (more.Selections, more.Depth));
    }

    [Theory]
    [InlineData(29, 2)]
    [InlineData(60, 2)]
    [InlineData(90, 9)]
    public void Counting_stops_instead_of_running_over(int fragments, int spreads)
    {
        var text = "{ ...f0 }" + string.Concat(Enumerable.Range(0, fragments).Select(
            i =>
                $" fragment f{i} on Query {{ {string.Concat(Enumerable.Repeat($"...f{i + 1} ", spreads))} }}"))
            + $" fragment f{fragments} on Query {{ a }}";
        var measure = QueryMeasure.Of(Parse(text));

        Assert.Equal((QuerySize.Endless, 2 + (fragments * spreads)), (measure.Size.Selections, measure.Steps));
    }

    [Theory]
    [InlineData("{ ...a } fragment a on Query { ...a }")]
    [InlineData("{ x } fragment a on Query { x { ...b } } fragment b on Query { ...on Query { ...a } }")]
    public void A_circle_of_fragments_is_found_even_where_no_operation_leads(string text) =>
        Assert.NotNull(QueryMeasure.Of(Parse(text)).Circle);

    [Theory]
    [InlineData("{ a b c }", 0)]
    [InlineData("{ a a a }", 3)]
    [InlineData("{ a { x } b: a { x } }", 0)]
    [InlineData("{ a { x } a { x } }", 2)]
    [InlineData("{ a { x } ...f } fragment f on Query { a { x x } }", 5)]
    public void Pairs_are_counted_where_fields_answer_under_one_name_at_one_place(string text, int pairs) =>
        Assert.Equal(pairs, QueryRepeats.Pairs(Parse(text)));

    private static GraphQLDocument Parse(string text) => new GraphQLDocumentBuilder().Build(text);

    /// <summary>A few fragments, each spreading only later ones, so that there is no circle.</summary>
    private static string RandomDocument(Random random)
    {
        const int Fragments = 5;
        return Selection(0, 3) + string.Concat(Enumerable.Range(1, Fragments).Select(i => $" fragment f{i} on Query {Selection(i, 3)}"));

        string Selection(int from, int depth) =>
            "{ " + string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(4) switch
        {
            0 when from < Fragments => $"...f{random.Next(from + 1, Fragments + 1)} ",
            1 when depth > 0 => $"a {Selection(from, depth - 1)} ",
            2 when depth > 0 => $"... on Query {Selection(from, depth - 1)} ",
            _ => "b ",
        })) + "}";
    }

    private static int Written(GraphQLSelectionSet set) =>
        set.Selections.Sum(selection => 1 + (selection is IHasSelectionSetNode { SelectionSet: { } inner } ? Written(inner) : 0));

    /// <summary>The slow and obvious way.</summary>
    private static QuerySize WrittenOut(GraphQLDocument document)
    {
        var all = document.Definitions.Select(definition => Of(((IHasSelectionSetNode)definition).SelectionSet!)).ToList();
        return new QuerySize(all.Sum(size => size.Selections), all.Max(size => size.Depth));

        QuerySize Of(GraphQLSelectionSet set)
        {
            var parts = set.Selections.Select(selection => (Size: Inner(selection), Levels: selection is GraphQLField ? 1 : 0)).ToList();
            return new QuerySize(parts.Sum(part => 1 + part.Size.Selections), parts.Max(part => part.Levels + part.Size.Depth));
        }

        QuerySize Inner(ASTNode selection) => selection switch
        {
            GraphQLFragmentSpread spread => Of(document.Definitions.OfType<GraphQLFragmentDefinition>()
                .Single(fragment => fragment.FragmentName.Name == spread.FragmentName.Name).SelectionSet),
            IHasSelectionSetNode { SelectionSet: { } inner } => Of(inner),
            _ => default,
        };
    }
}

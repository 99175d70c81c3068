using GraphQLParser.AST;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>How large a document may be, asked before any rule of the library walks it.</summary>
internal static class QueryCheck
{
    public const int MostOperations = 10;
    public const int MostFragments = 100;
    public const int MostSelections = 2000;
    public const int MostPairs = 4000;

    /// <summary>Null when the document may be validated.</summary>
    public static Refusal? Check(GraphQLDocument document)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().Count();
        var others = document.Definitions.Count - operations;
        if (operations > MostOperations || others > MostFragments)
        {
            return TooComplex(
                $"The document has {operations} operations and {others} fragments; at most {MostOperations} and {MostFragments} "
                + "are taken.");
        }

        var measure = QueryMeasure.Of(document);
        if (measure.Circle is { } circle)
        {
            return new Refusal(
                RefusalCodes.InvalidRequest, $"The fragment '{circle}' leads back to itself; a fragment cannot hold itself.");
        }

        if (measure.Size.Depth > GraphQlLimits.MaximumDepth)
        {
            return TooComplex($"The query is {measure.Size.Depth} levels deep; at most {GraphQlLimits.MaximumDepth} are taken.");
        }

        if (measure.Size.Selections > MostSelections)
        {
            return TooComplex(
                $"The query has {Text(measure.Size.Selections)} fields, spreads and inline fragments when its fragments are written out; "
                + $"at most {MostSelections} are taken. Ask in several requests.");
        }

        var pairs = QueryRepeats.Pairs(document);
        return pairs <= MostPairs ? null : TooComplex(
            $"The query asks for the same fields again and again: {pairs} pairs of fields answer under one name; at most {MostPairs} are "
                + "taken. "
            + "Ask once, or give each its alias.");
    }

    private static string Text(int selections) => selections >= QuerySize.Endless ? $"{QuerySize.Endless} or more" : $"{selections}";

    private static Refusal TooComplex(string sentence) => new(ApiCodes.QueryTooComplex, sentence);
}

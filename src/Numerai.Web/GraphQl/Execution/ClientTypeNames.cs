using GraphQLParser.AST;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>Participants' client declares two variables with types that do not exist; they are read as what is meant.</summary>
internal static class ClientTypeNames
{
    public static void Correct(GraphQLDocument document)
    {
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            foreach (var variable in operation.Variables?.Items ?? [])
            {
                Correct(variable.Type);
            }
        }
    }

    private static void Correct(GraphQLType type)
    {
        switch (type)
        {
            case GraphQLNonNullType { Type: var inner }:
                Correct(inner);
                break;
            case GraphQLNamedType named when named.Name.StringValue == "Str":
                named.Name = new GraphQLName("String");
                break;
            case GraphQLNamedType named when named.Name.StringValue == "bool":
                named.Name = new GraphQLName("Boolean");
                break;
        }
    }
}

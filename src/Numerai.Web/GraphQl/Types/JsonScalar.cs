using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Types;

/// <summary>What has no fixed fields: settings to change, scores by name. The same JSON as over REST.</summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public JsonScalar()
    {
        Name = "JSON";
        Description = "Any JSON value.";
    }

    public override object? Serialize(object? value) =>
        value is null or JsonElement ? value : JsonSerializer.SerializeToElement(value, ApiJson.Options);

    public override object? ParseValue(object? value) => value;

    public override bool CanParseLiteral(GraphQLValue value) => true;

    public override bool CanParseValue(object? value) => true;

    public override object? ParseLiteral(GraphQLValue value) => Plain(value);

    private static object? Plain(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLBooleanValue flag => flag.BoolValue,
        GraphQLIntValue number => JsonElement.Parse(number.Value.ToString()),
        GraphQLFloatValue number => JsonElement.Parse(number.Value.ToString()),
        GraphQLEnumValue name => name.Name.StringValue,
        GraphQLListValue list => (list.Values ?? []).Select(Plain).ToList(),
        GraphQLObjectValue fields =>
            (fields.Fields ?? []).ToDictionary(field => field.Name.StringValue, field => Plain(field.Value), StringComparer.Ordinal),
        _ => throw new NotSupportedException($"There is no JSON form of {value.Kind}."),
    };
}

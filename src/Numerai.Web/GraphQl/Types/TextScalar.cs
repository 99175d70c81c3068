using GraphQL.Types;
using GraphQLParser.AST;

namespace Numerai.Web.GraphQl.Types;

/// <summary>
/// A value with one text form, the one REST has. What comes in is handed on as it is: requests are read by the reader of REST.
/// </summary>
internal sealed class TextScalar : ScalarGraphType
{
    private readonly Func<object, string> _text;

    public TextScalar(string name, string description, Func<object, string> text)
    {
        Name = name;
        Description = description;
        _text = text;
    }

    public override object? Serialize(object? value) => value is null or string ? value : _text(value);

    public override object? ParseValue(object? value) => value;

    public override bool CanParseLiteral(GraphQLValue value) =>
        value is GraphQLNullValue or GraphQLStringValue or GraphQLIntValue or GraphQLFloatValue;

    public override bool CanParseValue(object? value) => value is null or string or int or long or decimal or double;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLIntValue number => number.Value.ToString(),
        GraphQLFloatValue number => number.Value.ToString(),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };
}

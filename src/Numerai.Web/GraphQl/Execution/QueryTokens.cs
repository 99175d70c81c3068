using GraphQLParser;
using GraphQLParser.Exceptions;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Execution;

/// <summary>
/// The first look at a query: one pass over its tokens, before anything is built of them. What gets past here is small enough for a parser
/// that calls itself and for rules that compare names.
/// </summary>
internal static class QueryTokens
{
    public const int Most = 8192;
    public const int MostDirectives = 64;

    /// <summary>Braces, brackets and parentheses inside each other.</summary>
    public const int Deepest = 40;

    /// <summary>Of a name or a number.</summary>
    public const int LongestWord = 128;

    /// <summary>Null when the query may be parsed. A syntax error is left to the parser, which stops at it too.</summary>
    public static Refusal? Check(string query)
    {
        var open = new Stack<TokenKind>();
        var (place, tokens, directives) = (0, 0, 0);
        while (true)
        {
            Token token;
            try
            {
                token = Lexer.Lex(query, place);
            }
            catch (GraphQLSyntaxErrorException)
            {
                return null;
            }

            if (token.Kind == TokenKind.EOF)
            {
                return null;
            }

            place = token.End;
            directives += token.Kind == TokenKind.AT ? 1 : 0;
            var refusal = ++tokens > Most ? TooMany("tokens (names, numbers, texts and signs)", Most)
                : directives > MostDirectives ? TooMany("directives", MostDirectives)
                : CheckWord(token) ?? Follow(open, token);
            if (refusal is not null)
            {
                return refusal;
            }
        }
    }

    private static Refusal? CheckWord(Token token) => token.Kind switch
    {
        TokenKind.NAME or TokenKind.INT or TokenKind.FLOAT when token.Value.Length > LongestWord => new Refusal(
            ApiCodes.QueryTooComplex, $"The query has a name or number of {token.Value.Length} characters at {token.Start}; at most "
                + $"{LongestWord} are taken."),
        TokenKind.STRING when PlainText.Fault(token.Value.Span) is { } fault => new Refusal(
            RefusalCodes.InvalidRequest, $"The text in the query at {token.Start} is not taken: {fault}."),
        _ => null,
    };

    private static Refusal? Follow(Stack<TokenKind> open, Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L:
                open.Push(token.Kind);
                return open.Count > Deepest
                    ? new Refusal(
                        ApiCodes.QueryTooComplex,
                        $"The query has more than {Deepest} levels of braces, brackets and parentheses; at most {Deepest} are taken.")
                    : null;
            case TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R:
                open.TryPop(out _);
                return null;
            case TokenKind.NAME when open.TryPeek(out var inside) && inside == TokenKind.BRACKET_L && token.Value.Span is "null":
                return new Refusal(ApiCodes.NullInList, $"The list in the query holds a null at {token.Start}; leave the item out.");
            default:
                return null;
        }
    }

    private static Refusal TooMany(string what, int most) =>
        new(ApiCodes.QueryTooComplex, $"The query has more than {most} {what}; at most {most} are taken. Ask in several requests.");
}

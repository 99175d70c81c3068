using System.Text;

namespace Numerai.Web.Authentication;

/// <summary>
/// The API key in an Authorization header: <c>Token PUBLIC_ID$SECRET_KEY</c>, or what browsers send when they are asked for a name and a
/// password, <c>Basic</c> with the public id as the name.
/// </summary>
internal sealed record PresentedKey(string PublicId, string Secret)
{
    private const string Token = "Token ";
    private const string Basic = "Basic ";

    /// <summary>Null when the header is of neither form.</summary>
    public static PresentedKey? Read(string header)
    {
        if (header.StartsWith(Token, StringComparison.OrdinalIgnoreCase))
        {
            return Split(header[Token.Length..], '$');
        }

        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length)
            ? Split(Encoding.UTF8.GetString(bytes, 0, length), ':')
            : null;
    }

    private static PresentedKey? Split(string text, char separator)
    {
        var place = text.IndexOf(separator, StringComparison.Ordinal);
        return place < 0 ? null : new PresentedKey(text[..place], text[(place + 1)..]);
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Fields;

/// <summary>
/// Where a page ended: the last item's place in the list and its key. The place is where to look first; the key finds the item again when
/// others came in before it.
/// </summary>
internal sealed record Cursor(int Place, string Key)
{
    public string Text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Place}:{Key}")));

    /// <exception cref="RefusedException">It is none of ours.</exception>
    public static Cursor Read(string text)
    {
        var plain = Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : string.Empty;
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(plain.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < int.MaxValue - Paging.MaximumLimit - 2
            ? new Cursor(place, plain[(colon + 1)..])
            : throw Invalid(text);
    }

    public static RefusedException Invalid(string text) => new(new Refusal(
        RefusalCodes.InvalidRequest, $"'after' is '{text}'; it is the endCursor of an earlier page of the same list."));
}

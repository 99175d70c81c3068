using Numerai.Contracts;
using Numerai.Web.Http;

namespace Numerai.Web.GraphQl.Fields;

/// <summary>
/// Pages by cursor over lists that are read by limit and offset. Lists that show the newest first move while somebody turns the pages;
/// items are never taken out, so the last one seen is found where it was or further down.
/// </summary>
internal static class CursorPaging
{
    private const int Stride = 100;

    public static int First(int? first) => first is null ? Paging.DefaultLimit
        : first is >= 1 and <= Paging.MaximumLimit ? first.Value
        : throw new RefusedException(new Refusal(
            RefusalCodes.InvalidRequest, $"'first' is '{first}'; it is a whole number from 1 to {Paging.MaximumLimit}."));

    public static async Task<CursorPage<T>> ReadAsync<T>(int? wanted, string? after, Func<Paging, Task<Page<T>>> read, Func<T, string> key)
        where T : class
    {
        var first = First(wanted);
        var start = after is null ? 0 : await BehindAsync(Cursor.Read(after), after, read, key);
        var page = await read(new Paging(first, start));
        var end = page.Items.Count == 0 ? null : new Cursor(start + page.Items.Count - 1, key(page.Items[^1])).Text;
        return new CursorPage<T>(page.Items, end, page.More);
    }

    private static async Task<int> BehindAsync<T>(Cursor cursor, string text, Func<Paging, Task<Page<T>>> read, Func<T, string> key)
    {
        var limit = 1;
        for (var offset = cursor.Place; ; limit = Stride)
        {
            var page = await read(new Paging(limit, offset));
            for (var place = 0; place < page.Items.Count; place++)
            {
                if (key(page.Items[place]) == cursor.Key)
                {
                    return offset + place + 1;
                }
            }

            offset += page.Items.Count;
            if (!page.More)
            {
                throw Cursor.Invalid(text);
            }
        }
    }
}

using System.Globalization;
using System.Reflection;
using Numerai.Contracts;

namespace Numerai.Web.Http;

/// <summary>Which part of a list is asked for: the query values "limit" and "offset".</summary>
internal sealed record Paging(int Limit, int Offset)
{
    public const int DefaultLimit = 100;
    public const int MaximumLimit = 10_000;

    public static ValueTask<Paging?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<Paging?>(
        new Paging(
            Read(context, "limit", DefaultLimit, 1, MaximumLimit),
            Read(context, "offset", 0, 0, int.MaxValue - MaximumLimit - 1)));

    /// <summary>Asks for one item more than fits, to see whether any follow.</summary>
    public async Task<Page<TItem>> PageAsync<TRow, TItem>(Func<int, int, Task<IReadOnlyList<TRow>>> read, Func<TRow, TItem> map)
    {
        var rows = await read(Limit + 1, Offset);
        return new Page<TItem>([.. rows.Take(Limit).Select(map)], Limit, Offset, rows.Count > Limit);
    }

    /// <summary>Cuts the page out of a whole list.</summary>
    public Page<TItem> PageOf<TRow, TItem>(IEnumerable<TRow> all, Func<TRow, TItem> map)
    {
        var rows = all.Skip(Offset).Take(Limit + 1).ToList();
        return new Page<TItem>([.. rows.Take(Limit).Select(map)], Limit, Offset, rows.Count > Limit);
    }

    private static int Read(HttpContext context, string name, int otherwise, int minimum, int maximum)
    {
        if (!context.Request.Query.TryGetValue(name, out var values))
        {
            return otherwise;
        }

        return int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= minimum
            && value <= maximum
            ? value
            : throw new RefusedException(
                new Refusal(RefusalCodes.InvalidRequest, $"'{name}' is '{values}'; it is a whole number from {minimum} to {maximum}."));
    }
}

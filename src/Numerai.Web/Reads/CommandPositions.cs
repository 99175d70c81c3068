using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using Numerai.Tournament.Actors;
using Numerai.Web.Authentication;

namespace Numerai.Web.Reads;

/// <summary>
/// Tells callers how far the actors are that carried out their commands: in a header; in a cookie, for pages of this server; and to this
/// process itself by the key in use, for clients that know of neither.
/// </summary>
internal sealed class CommandPositions : IDisposable
{
    public const string Cookie = "numerai-position";

    private const int MostKeys = 10_000;

    /// <summary>Whoever reads later than this reads tables that have long caught up, or are behind for another reason.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly MemoryCache _told = new(new MemoryCacheOptions { SizeLimit = MostKeys });

    /// <summary>Tells of a command that was carried out; called before the answer begins. Reads tell nothing.</summary>
    /// <param name="context">Of the command.</param>
    /// <param name="position">As actors answer it; null where none was asked.</param>
    public void Tell(HttpContext context, string? position)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || !PositionList.TryRead(position, out var positions))
        {
            return;
        }

        PositionList.TryRead(context.Response.Headers[PositionList.Header], out var told);
        context.Response.Headers[PositionList.Header] = PositionList.Write(PositionList.Merge(told, positions));
        Remember(context, positions);
        if (request.Headers["Sec-Fetch-Site"] == "same-origin")
        {
            PositionList.TryRead(request.Cookies[Cookie], out var carried);
            SetCookie(context, PositionList.Merge(PositionList.Merge(carried, told), positions));
        }
    }

    /// <summary>What this process told the caller's key of late.</summary>
    public ImmutableArray<EventPosition> ToldTo(HttpContext context) =>
        Caller.Of(context.User)?.PublicId is { } key && _told.TryGetValue(key, out ImmutableArray<EventPosition> told) ? told : [];

    public void Dispose() => _told.Dispose();

    private void Remember(HttpContext context, ImmutableArray<EventPosition> positions)
    {
        if (Caller.Of(context.User) is not { } caller)
        {
            return;
        }

        lock (_lock)
        {
            var earlier = _told.TryGetValue(caller.PublicId, out ImmutableArray<EventPosition> told) ? told : [];
            _told.Set(
                caller.PublicId,
                PositionList.Merge(earlier, positions),
                new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = _kept });
        }
    }

    private static void SetCookie(HttpContext context, ImmutableArray<EventPosition> positions) => context.Response.Cookies.Append(
        Cookie,
        PositionList.Write(positions),
        new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = _kept,
            IsEssential = true,
        });
}

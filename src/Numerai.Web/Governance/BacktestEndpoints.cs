using System.Security.Cryptography;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Web.Authentication;
using Numerai.Web.Http;

namespace Numerai.Web.Governance;

/// <summary>
/// The reports on the ballot. Only the bytes whose hash a proposal names are taken, so it does not matter who sends them.
/// </summary>
internal static class BacktestEndpoints
{
    /// <summary>Largest report, in bytes.</summary>
    public const int LargestReport = 8 * 1024 * 1024;

    public static void MapBacktests(this IEndpointRouteBuilder api, string proposal)
    {
        api.MapPut(proposal + "/backtest", PutAsync).RequireScope(Scopes.Stake).Accepts<IFormFile>("application/octet-stream")
            .WithSummary("Send the report that a proposal names by its SHA-256; other bytes are refused.");
        api.MapGet(proposal + "/backtest", GetAsync).WithSummary("The report on the ballot, as its author sent it.");
        api.MapGet("/governance/backtests/{sha256}", FindAsync).WithSummary("A report by its SHA-256.");
    }

    private static async Task<Answer<Backtest>> PutAsync(int number, HttpRequest request, IActors actors, IObjectStore objects)
    {
        var named = await NamedAsync(number, actors);
        if (!named.Accepted)
        {
            return named.Refusal;
        }

        if (await ReadAsync(request) is not { } content)
        {
            return new Refusal(ApiCodes.RequestTooLarge, $"A report has at most {LargestReport} bytes.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (hash != named.Value.Sha256)
        {
            return new Refusal(
                RefusalCodes.BacktestNotMatched,
                $"The {content.Length} bytes have the SHA-256 {hash}; proposal {number} names {named.Value.Sha256}.");
        }

        await objects.PutAsync(Name(hash), content);
        return named.Value;
    }

    private static async Task<IResult> GetAsync(int number, IActors actors, IObjectStore objects)
    {
        var named = await NamedAsync(number, actors);
        return named.Accepted ? await FindAsync(named.Value.Sha256, objects) : throw new RefusedException(named.Refusal);
    }

    private static async Task<IResult> FindAsync(string sha256, IObjectStore objects) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && await objects.FindAsync(Name(sha256)) is { } reference
            ? TypedResults.Bytes(await objects.GetAsync(reference), "application/octet-stream", $"backtest-{sha256[..16]}.json")
            : throw new RefusedException(new Refusal(
                RefusalCodes.BacktestNotFound, $"Nobody has sent a report with the SHA-256 {sha256} (64 lower-case hexadecimal digits)."));

    private static async Task<Outcome<Backtest>> NamedAsync(int number, IActors actors)
    {
        var proposal = await actors.Proposal(number).GetAsync();
        return !proposal.Accepted ? proposal.Refusal
            : proposal.Value.Backtest is { } backtest ? backtest
            : new Refusal(RefusalCodes.BacktestNotFound, $"Proposal {number} has no backtest.");
    }

    /// <summary>Null when there is too much of it.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > LargestReport)
            {
                request.HttpContext.Response.Headers.Connection = "close";
                return null;
            }
        }

        return content.ToArray();
    }

    private static string Name(string sha256) => $"governance/backtests/{sha256}";
}

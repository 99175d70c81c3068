using Numerai.Local;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;
using Numerai.Web.Http;

namespace Numerai.Web.Hosting;

/// <summary>The server's time, which can be moved by hand where it is virtual.</summary>
internal sealed class ServerClock(LocalHost host, KeptClock? kept) : IServerClock, IDisposable
{
    private static readonly TournamentId[] _tournaments = [TournamentId.Classic, TournamentId.Signals, TournamentId.Crypto];
    private readonly SemaphoreSlim _advancing = new(1);

    public async Task<Outcome<IReadOnlyList<string>>> AdvanceAsync(DateTimeOffset to)
    {
        if (kept is null)
        {
            return new Refusal(
                ApiCodes.ClockNotVirtual, "This server runs on real time; start it with --virtual-clock to move its clock by hand.");
        }

        if (to >= VirtualClock.End)
        {
            return new Refusal(
                ApiCodes.ClockTooFar,
                $"{UtcTimeJsonConverter.Text(to)} is too far ahead: a clock is moved to a time before {UtcTimeJsonConverter.Text(VirtualClock.End)}.");
        }

        await _advancing.WaitAsync();
        try
        {
            var now = kept.Clock.GetUtcNow();
            if (to < now)
            {
                return new Refusal(
                    ApiCodes.ClockNotForward,
                    $"The clock shows {UtcTimeJsonConverter.Text(now)} and only goes forward; {UtcTimeJsonConverter.Text(to)} is earlier.");
            }

            kept.AdvanceTo(to);
            return await TickAsync(to);
        }
        catch (OperationCanceledException)
        {
            return new Refusal(
                ApiCodes.ShuttingDown, $"The server is stopping. The clock shows {UtcTimeJsonConverter.Text(to)}; what is due is done after the next start.");
        }
        finally
        {
            _advancing.Release();
        }
    }

    public void Dispose() => _advancing.Dispose();

    private async Task<List<string>> TickAsync(DateTimeOffset now)
    {
        // Each tournament for itself: a feed that stalls delays no other. The answer has them in their order.
        var ticks = await Task.WhenAll(_tournaments.Select(TickAsync));
        await host.TickAsync();
        await host.Uploads.SweepAsync(now);
        return [.. ticks.SelectMany(done => done)];
    }

    private async Task<List<string>> TickAsync(TournamentId tournament) =>
    [
        .. (await host.Actors.Automation(tournament).TickAsync()).Require(),
        .. (await host.Actors.Schedule(tournament).TickAsync()).Require(),
    ];
}

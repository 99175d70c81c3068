using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Web.Hosting;
using Numerai.Web.Http;

namespace Numerai.Silo.Clocks;

/// <summary>The server's time, which can be moved by hand where it is virtual.</summary>
/// <param name="kept">The virtual clock; null on real time.</param>
internal sealed class ServerClock(KeptClock? kept, TournamentTicks ticks, IUploadStore uploads) : IServerClock, IDisposable
{
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
                $"{UtcTimeJsonConverter.Text(to)} is too far ahead: a clock is moved to a time before "
                    + $"{UtcTimeJsonConverter.Text(VirtualClock.End)}.");
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
            var done = await ticks.TickAllAsync();
            await uploads.SweepAsync(to);
            return done;
        }
        catch (OperationCanceledException)
        {
            return new Refusal(
                ApiCodes.ShuttingDown, $"The server is stopping. The clock shows {UtcTimeJsonConverter.Text(to)}; what is due is done "
                    + "after the next start.");
        }
        finally
        {
            _advancing.Release();
        }
    }

    public void Dispose() => _advancing.Dispose();
}

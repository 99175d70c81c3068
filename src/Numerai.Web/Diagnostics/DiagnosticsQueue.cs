using System.Collections.Concurrent;
using System.Threading.Channels;
using Numerai.Data;
using Numerai.Data.Diagnostics;
using Numerai.Data.Signals;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ports;
using Numerai.Web.Hosting;

namespace Numerai.Web.Diagnostics;

/// <summary>Diagnoses one file after the other: each uses all processors, and memory for one is what the machine needs to have.</summary>
internal sealed class DiagnosticsQueue(
    IObjectStore objects, PublishedRelease releases, TournamentTime time, ILogger<DiagnosticsQueue> logger)
    : EnduringService(logger)
{
    private const int LongestQueue = 16;
    private readonly Channel<DiagnosticsJob> _waiting = Channel.CreateBounded<DiagnosticsJob>(LongestQueue);
    private readonly ConcurrentDictionary<Guid, DiagnosticsJob> _known = new();

    /// <summary>False when too many are waiting. One that is known already is not added again.</summary>
    public bool TryAdd(DiagnosticsJob job)
    {
        if (!_known.TryAdd(job.Running.Id, job) || _waiting.Writer.TryWrite(job))
        {
            return true;
        }

        _known.TryRemove(job.Running.Id, out _);
        return false;
    }

    public DiagnosticsJob? Find(Guid id) => _known.GetValueOrDefault(id);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var diagnose = await PrepareAsync(job, stoppingToken);
                var response = await Task.Run(() => Diagnose(job, diagnose), stoppingToken);
                var stored = StoredJson.Write(new StoredDiagnostics(job.Account, response with { FinishedAt = time.GetUtcNow() }));
                await objects.PutAsync(DiagnosticsService.ObjectName(job.Running.Id), stored);
            }
#pragma warning disable CA1031 // One file must not end the queue; who asked asks again and starts it anew.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Logger.LogError(fault, "Diagnostics {Id} failed.", job.Running.Id);
            }
            finally
            {
                _known.TryRemove(job.Running.Id, out _);
                job.Finished.TrySetResult();
            }
        }
    }

    private async Task<Func<DiagnosticsResponse>> PrepareAsync(DiagnosticsJob job, CancellationToken stopping)
    {
        var done = job.Running with { Status = DiagnosticsResponse.Done };
        if (await releases.HistoryAsync(job.Running.Release) is { } history)
        {
            return () => done with { Signals = SignalReportResponse.Of(SignalDiagnostics.Run(job.Path, history, cancellation: stopping)) };
        }

        var parts = await releases.PartsAsync(job.Running.Release);
        return () => done with
        {
            Report = ReportResponse.Of(DiagnosticsRun.Run(job.Path, parts, new DiagnosticsOptions { Features = job.Features }, stopping)),
        };
    }

    private static DiagnosticsResponse Diagnose(DiagnosticsJob job, Func<DiagnosticsResponse> diagnose)
    {
        try
        {
            return diagnose();
        }
        catch (DiagnosticsRefusedException refused)
        {
            return Refused(job, refused.Refusal.Code, refused.Refusal.Message);
        }
        catch (DataFormatException error)
        {
            return Refused(job, error.Code, $"The release {job.Running.Release} cannot be diagnosed against: {error.Message}");
        }
    }

    private static DiagnosticsResponse Refused(DiagnosticsJob job, string code, string reason) =>
        job.Running with { Status = DiagnosticsResponse.Refused, Code = code, Reason = reason };
}

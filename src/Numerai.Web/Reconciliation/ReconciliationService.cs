using System.Diagnostics.Metrics;
using Numerai.Contracts;
using Numerai.Storage.Events;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Ledger.Audit.Reconciling;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Reconciliation;

/// <summary>Ends holds whose time has come, looks for gaps, raises an alert for each new one and clears those that are gone.</summary>
internal sealed class ReconciliationService : IDisposable
{
    public const string MeterName = "Numerai.Reconciliation";
    private const string Source = "reconciliation";
    private const int MostAlerts = 10_000;
    private readonly LapsedHolds _holds;
    private readonly Reconciler _reconciler;
    private readonly IReadModel _readModel;
    private readonly TournamentEvents _events;
    private readonly IEventPublisher _publisher;
    private readonly TournamentTime _time;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _runs;
    private int _standing;

    public ReconciliationService(
        LapsedHolds holds,
        Reconciler reconciler,
        IReadModel readModel,
        TournamentEvents events,
        IEventPublisher publisher,
        TournamentTime time)
    {
        _holds = holds;
        _reconciler = reconciler;
        _readModel = readModel;
        _events = events;
        _publisher = publisher;
        _time = time;
        _runs = _meter.CreateCounter<long>("numerai.reconciliation.runs", description: "Times the books were compared.");
        _meter.CreateObservableGauge(
            "numerai.reconciliation.gaps", () => Volatile.Read(ref _standing), description: "Gaps found by the last comparison.");
    }

    public async Task<Contracts.Reconciliation> RunAsync(int rounds, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await _holds.EndAsync(cancellation);
            var (gaps, count) = await _reconciler.RunAsync(rounds, cancellation);
            await TellAsync(gaps);
            _runs.Add(1);
            Volatile.Write(ref _standing, gaps.Count);
            return new Contracts.Reconciliation(_time.GetUtcNow(), count, gaps.Count == 0, gaps);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _meter.Dispose();
        _one.Dispose();
    }

    /// <summary>Two processes that find the same at once publish under one number, of which the second is a no-op.</summary>
    private async Task TellAsync(IReadOnlyList<BooksGap> gaps)
    {
        // Alerts of others, such as automation's, are theirs to clear.
        var standing = (await _readModel.AlertsAsync(standing: true, MostAlerts, 0)).Where(alert => BooksGapCodes.All.Contains(alert.Code))
            .Select(alert => (alert.Code, alert.Subject)).ToHashSet();
        var found = gaps.Select(gap => (gap.Code, gap.Subject)).ToHashSet();
        TournamentEvent[] news =
        [
            .. gaps.Where(gap => !standing.Contains((gap.Code, gap.Subject))).DistinctBy(gap => (gap.Code, gap.Subject))
                .Select(gap => new AlertRaised(gap.Code, gap.Subject, gap.Message)),
            .. standing.Where(alert => !found.Contains(alert)).Select(alert => new AlertCleared(alert.Code, alert.Subject)),
        ];
        if (news.Length > 0)
        {
            var last = (await _events.AppliedAsync()).GetValueOrDefault(Source);
            var now = _time.GetUtcNow();
            await _publisher.PublishAsync(Source, [.. news.Select((happened, place) => new OutboxEntry(last + place + 1, now, happened))]);
        }
    }
}

using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Governance;

namespace Numerai.Storage.Projections;

/// <summary>Which tables an event changes.</summary>
internal static class EventProjector
{
    public static Task ApplyAsync(ProjectionTables tables, Projection projection)
    {
        var time = projection.Entry.Time;
        return projection.Entry.Event switch
        {
            AccountRegistered registered => AccountProjection.RegisterAsync(tables, registered, time),
            ModelCreated created => ModelProjection.CreateAsync(tables, created, time),
            StakeChanged changed => ModelProjection.ChangeStakeAsync(tables, changed),
            LedgerEntryPosted posted => LedgerProjection.PostAsync(tables, posted.Entry),
            RoundCommitted committed => CommitmentProjection.CommitAsync(tables, committed.Commitment),
            LedgerCheckpointed checkpointed => CheckpointProjection.SealAsync(tables, checkpointed.Checkpoint),
            RoundScheduled scheduled => RoundProjection.ScheduleAsync(tables, scheduled),
            RoundOpened opened => RoundProjection.OpenAsync(tables, opened),
            RoundClosed closed => RoundProjection.CloseAsync(tables, closed),
            RoundCancelled cancelled => RoundProjection.CancelAsync(tables, cancelled),
            ScoresPublished scores => ScoreProjection.PublishAsync(tables, scores, projection.Content.Table!),
            RoundResolved resolved => ResolveAsync(tables, resolved, projection.Content, time),
            AgreementChanged changed => AgreementProjection.ChangeAsync(tables, changed),
            AlertRaised raised => AlertProjection.RaiseAsync(tables, raised, time),
            AlertCleared cleared => AlertProjection.ClearAsync(tables, cleared, time),
            FeedPosted or FeedPostRevealed or DelegateChanged or SettingsChanged or UploadsPaused => Task.CompletedTask,
            AutomationChanged or AutomationStepped or AutomationWaits or HoldChanged or PortfolioChanged => Task.CompletedTask,
            RoundStepped => Task.CompletedTask,
            ProposalMade or ProposalDecided or ProposalQueued or ProposalCancelled or ProposalActionExecuted or ProposalExecuted =>
                Task.CompletedTask,
            var other => throw new NotSupportedException($"There is no projection of the event {other.GetType().Name}."),
        };
    }

    private static async Task ResolveAsync(
        ProjectionTables tables, RoundResolved resolved, ProjectionContent content, DateTimeOffset time)
    {
        await RoundProjection.ResolveAsync(tables, resolved, time);
        await PayoutProjection.ResolveAsync(tables, resolved.Round, content.Entries, time);
        await StandingProjection.ResolveAsync(tables, resolved.Round, time);
    }
}

using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Ledger.Checkpoints;

/// <summary>
/// The actor behind <see cref="ILedgerCheckpoints"/>. It seals what was published, which is what others can see and hold it to; an entry
/// that still waits in an outbox is covered by the next checkpoint.
/// </summary>
public class LedgerCheckpointsActor(string key, IActorStorage<Persisted<LedgerCheckpointsState>> storage, ActorServices services)
    : Actor<LedgerCheckpointsState>(ActorKinds.LedgerCheckpoints, key, storage, services), ILedgerCheckpoints
{
    public async Task<Outcome<LedgerCheckpointView>> CheckpointAsync(TimeSpan interval)
    {
        if (State?.Latest is { } latest && Now - latest.Time < interval)
        {
            return At<LedgerCheckpointView>(View());
        }

        var snapshot = await Services.LedgerSnapshots.LedgerSnapshotAsync();
        return await DecideAsync<LedgerCheckpointView>((state, now) => Decide(state, snapshot, now));
    }

    public Task<Outcome<LedgerCheckpointView>> GetAsync() => Task.FromResult<Outcome<LedgerCheckpointView>>(View());

    private static Decision<LedgerCheckpointsState, LedgerCheckpointView> Decide(
        LedgerCheckpointsState? state, LedgerSnapshot snapshot, DateTimeOffset now)
    {
        if (snapshot.Entries == (state?.Latest.Entries ?? 0) && snapshot.Commitments == (state?.Latest.Commitments ?? 0))
        {
            return Decision<LedgerCheckpointsState, LedgerCheckpointView>.Unchanged(new LedgerCheckpointView(state?.Latest));
        }

        var next = LedgerCheckpoints.Append(state?.Latest, snapshot, now);
        return Decision<LedgerCheckpointsState, LedgerCheckpointView>.Changed(
            new LedgerCheckpointView(next), new LedgerCheckpointsState(next), new LedgerCheckpointed(next));
    }

    private LedgerCheckpointView View() => new(State?.Latest);
}

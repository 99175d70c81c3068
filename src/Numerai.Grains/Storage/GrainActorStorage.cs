using Numerai.Tournament.Actors;

namespace Numerai.Grains.Storage;

/// <summary>
/// An actor's row in the grain's persistent state. While a write is under way, reads that interleave see what is stored, not what is being
/// written. After a write that failed nobody knows what storage holds: from then on this instance answers nothing, and the activation
/// goes, so that the next one reads what is there.
/// </summary>
internal sealed class GrainActorStorage<TState>(IGrainContext context, IPersistentState<Persisted<TState>> state)
    : IActorStorage<Persisted<TState>>
    where TState : class
{
    private Persisted<TState>? _committed;
    private bool _wrote;
    private bool _unknown;

    public Persisted<TState>? Value =>
        _unknown ? throw new GrainUnavailableException(Sentence) : _wrote ? _committed : state.RecordExists ? state.State : null;

    private string Sentence => $"{context.GrainId} could not write its row and is being read again; ask again.";

    public async Task WriteAsync(Persisted<TState> next)
    {
        // Orleans writes what its state object holds, so the new value goes there first; nobody else looks at it there from now on.
        (_committed, _wrote) = (Value, true);
        state.State = next;
        try
        {
            await state.WriteStateAsync();
            _committed = next;
        }
        catch
        {
            _unknown = true;

            // The reason goes to whoever waits for this activation, so it is of a kind that every silo can read: a driver's own exception
            // is not.
            context.Deactivate(new DeactivationReason(
                DeactivationReasonCode.ApplicationError, new GrainUnavailableException(Sentence), Sentence));
            throw;
        }
    }

    public async Task ReadAsync()
    {
        _ = Value;
        await state.ReadStateAsync();
        _wrote = false;
    }
}

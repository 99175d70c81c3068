using Numerai.Tournament.Actors;

namespace Numerai.Grains.Storage;

/// <summary>
/// An actor's row in the grain's persistent state. After a write that failed nobody knows what storage holds: from then on this
/// instance answers nothing, and the activation goes, so that the next one reads what is there.
/// </summary>
internal sealed class GrainActorStorage<TState>(IGrainContext context, IPersistentState<Persisted<TState>> state)
    : IActorStorage<Persisted<TState>>
    where TState : class
{
    private bool _unknown;

    public Persisted<TState>? Value =>
        _unknown ? throw new GrainUnavailableException(Sentence) : state.RecordExists ? state.State : null;

    private string Sentence => $"{context.GrainId} could not write its row and is being read again; ask again.";

    public async Task WriteAsync(Persisted<TState> next)
    {
        if (_unknown)
        {
            throw new GrainUnavailableException(Sentence);
        }

        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            _unknown = true;

            // The reason goes to whoever waits for this activation, so it is of a kind that every silo can read: a driver's own exception is not.
            context.Deactivate(new DeactivationReason(
                DeactivationReasonCode.ApplicationError, new GrainUnavailableException(Sentence), Sentence));
            throw;
        }
    }
}

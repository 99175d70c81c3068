using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts.Transfers;

/// <summary>The actor behind <see cref="IBookedTransfer"/>.</summary>
public class BookedTransferActor(string key, IActorStorage<Persisted<BookedTransfer>> storage, ActorServices services)
    : Actor<BookedTransfer>(ActorKinds.BookedTransfer, key, storage, services), IBookedTransfer
{
    /// <summary>
    /// Reads the row: an activation that a frozen process kept would remember that nothing was booked, and the account would book it again.
    /// </summary>
    public async Task<Outcome<BookedTransfer>> GetAsync()
    {
        await ReadAsync();
        return State ?? BookedTransfer.None;
    }

    public Task<Outcome<BookedTransfer>> KeepAsync(BookedTransfer booked) =>
        DecideAsync<BookedTransfer>((kept, _) => BookedTransfer.Keep(kept, booked));
}

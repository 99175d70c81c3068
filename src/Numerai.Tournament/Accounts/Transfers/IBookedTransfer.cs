using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts.Transfers;

/// <summary>
/// What an account booked under one id, where its own row has no room to remember it. Key: ACCOUNT/TRANSFER, such as ACCOUNT/deposit/ID,
/// ACCOUNT/withdrawal/ID or ACCOUNT/agreement/ID. Only the account asks.
/// </summary>
public interface IBookedTransfer
{
    /// <summary>What was booked, as storage has it now, whatever this activation remembers.</summary>
    Task<Outcome<BookedTransfer>> GetAsync();

    /// <summary>Keeps what was booked for ever; the account may forget it then. The same again, or older, changes nothing.</summary>
    Task<Outcome<BookedTransfer>> KeepAsync(BookedTransfer booked);
}

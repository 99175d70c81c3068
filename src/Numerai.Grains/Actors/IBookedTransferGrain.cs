using Numerai.Tournament.Accounts.Transfers;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IBookedTransfer"/> as a grain.</summary>
[Alias("numerai.booked-transfer")]
public interface IBookedTransferGrain : IBookedTransfer, IOutboxGrain;

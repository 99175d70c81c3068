using System.Collections.Immutable;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Agreements.Escrows;

/// <summary>One escrow between a seller and a buyer. Key: agreement id.</summary>
public interface IEscrow
{
    /// <summary>Makes it; a second time with the same terms changes nothing.</summary>
    Task<Outcome<EscrowView>> CreateAsync(CreateEscrow command);

    [Interleaves]
    Task<Outcome<EscrowView>> GetAsync();

    /// <summary>Does what a party asks, or refuses and names the state it is in. The same command id again changes nothing.</summary>
    Task<Outcome<EscrowView>> ActAsync(EscrowCommand command);

    /// <summary>Finishes a command that was begun and cut short; does nothing otherwise.</summary>
    Task<Outcome<EscrowView>> ContinueAsync();

    /// <summary>The least that counted for seller and buyer from one instant to another; writes nothing.</summary>
    Task<Outcome<ImmutableArray<AccountPower>>> PowerAsync(DateTimeOffset from, DateTimeOffset to);
}

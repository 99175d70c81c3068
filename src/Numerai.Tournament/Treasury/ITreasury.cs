using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Treasury;

/// <summary>The treasury that payouts come from. Key: "treasury".</summary>
public interface ITreasury
{
    /// <summary>Issues NMR into the treasury; the same id again changes nothing.</summary>
    Task<Outcome<TreasuryView>> MintAsync(Mint command);

    /// <summary>
    /// Issues what a tournament's emission schedule says, in the order of due dates; one that was booked before changes nothing.
    /// </summary>
    Task<Outcome<TreasuryView>> EmitAsync(ImmutableArray<Emission> emissions);

    /// <summary>Sets aside what a round may pay; refused when the treasury has less. Idempotent per round.</summary>
    Task<Outcome<TreasuryView>> ReserveAsync(RoundId round, Nmr amount);

    /// <summary>Books what a round paid and burned and gives back the rest of its reserve. Idempotent per round.</summary>
    Task<Outcome<TreasuryView>> CloseAsync(RoundId round, Nmr paid, Nmr burned);

    /// <summary>Sets aside what a proposal grants; refused when the treasury has less. Idempotent per proposal.</summary>
    Task<Outcome<TreasuryView>> ReserveGrantsAsync(int proposal, Nmr amount);

    /// <summary>Books what was set aside as granted; does nothing where nothing was.</summary>
    Task<Outcome<TreasuryView>> CloseGrantsAsync(int proposal);

    [Interleaves]
    Task<Outcome<TreasuryView>> GetAsync();
}

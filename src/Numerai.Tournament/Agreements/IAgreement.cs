using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Agreements;

/// <summary>One griefing agreement between a staker and a counterparty. Key: agreement id.</summary>
public interface IAgreement
{
    /// <summary>Makes it; a second time with the same terms changes nothing.</summary>
    Task<Outcome<AgreementView>> CreateAsync(CreateAgreement command);

    /// <summary>Makes it with the stake of a finalised escrow; a second time changes nothing.</summary>
    Task<Outcome<AgreementView>> FundAsync(FundAgreement command);

    [Interleaves]
    Task<Outcome<AgreementView>> GetAsync();

    /// <summary>Does what a party asks, or refuses and names the state it is in. The same command id again changes nothing.</summary>
    Task<Outcome<AgreementView>> ActAsync(AgreementCommand command);

    /// <summary>Finishes a command that was begun and cut short; does nothing otherwise.</summary>
    Task<Outcome<AgreementView>> ContinueAsync();

    /// <summary>The least that counted for the staker from one instant to another; writes nothing.</summary>
    Task<Outcome<AccountPower>> PowerAsync(DateTimeOffset from, DateTimeOffset to);
}

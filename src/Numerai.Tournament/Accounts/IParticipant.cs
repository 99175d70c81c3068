using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Accounts;

/// <summary>One account: profile, API keys, wallet, stakes and its chain of ledger entries. Key: account id.</summary>
public interface IParticipant
{
    Task<Outcome<AccountView>> RegisterAsync(RegisterAccount command);

    [Interleaves]
    Task<Outcome<AccountView>> GetAsync();

    Task<Outcome<ApiKeyView>> AddApiKeyAsync(AddApiKey command);

    Task<Outcome<ApiKeyView>> RevokeApiKeyAsync(string publicId);

    /// <summary>Revokes every key but one, and answers with those; a second time changes nothing.</summary>
    Task<Outcome<ImmutableArray<ApiKeyView>>> RevokeOtherApiKeysAsync(string publicId);

    /// <summary>Checks a presented secret against the stored hash; the account's name and the key's scopes when it fits.</summary>
    [Interleaves]
    Task<Outcome<Credential>> AuthenticateAsync(string publicId, string secretHash);

    Task<Outcome<ModelStakeView>> CreateModelAsync(CreateModel command);

    Task<Outcome<WalletView>> DepositAsync(Deposit command);

    Task<Outcome<WalletView>> WithdrawAsync(Withdraw command);

    /// <summary>Keeps NMR from leaving the account; deposits and settlements go on.</summary>
    Task<Outcome<Hold>> PlaceHoldAsync(PlaceHold command);

    /// <summary>Ends a hold; a second time changes nothing.</summary>
    Task<Outcome<Hold>> ReleaseHoldAsync(string holdId);

    Task<Outcome<StakeChangeView>> ChangeStakeAsync(ChangeStake command);

    /// <summary>Sets, raises, lowers or drains one stake over several models.</summary>
    Task<Outcome<PortfolioChangeView>> ChangePortfolioAsync(ChangePortfolio command);

    /// <summary>Snapshots the stakes at risk of this account's models in a round that closes; idempotent.</summary>
    Task<Outcome<ImmutableArray<PinnedStake>>> PinStakesAsync(RoundId round, ImmutableArray<ModelId> models);

    /// <summary>Frees the stakes at risk of a cancelled round; idempotent.</summary>
    Task<Outcome<int>> UnpinStakesAsync(RoundId round);

    /// <summary>Pays or burns one round's results; a second time answers with the first receipt.</summary>
    Task<Outcome<SettlementReceipt>> SettleAsync(RoundId round, ImmutableArray<SettlementEntry> entries);

    /// <summary>Moves NMR between the wallet and an agreement, escrow or grant; a second time changes nothing.</summary>
    Task<Outcome<WalletTransferView>> TransferAsync(WalletTransfer transfer);

    /// <summary>Whom the account lets vote for it; null for nobody. The governance sees to it that there are no circles.</summary>
    Task<Outcome<AccountId?>> SetDelegateAsync(AccountId? to);

    /// <summary>
    /// The least the account held from one instant to another of the last <see cref="PowerHistory.Memory"/>; writes nothing.
    /// </summary>
    Task<Outcome<AccountPower>> PowerAsync(DateTimeOffset from, DateTimeOffset to);
}

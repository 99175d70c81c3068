using System.Text.Json.Serialization;

namespace Numerai.Tournament.Ledger;

/// <summary>Why NMR moved. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerReason>))]
public enum LedgerReason
{
    Mint,
    Deposit,
    Withdrawal,
    StakeIncrease,
    StakeDecrease,
    StakeRelease,
    Payout,
    Burn,
    AgreementDeposit,
    AgreementReturn,
    AgreementPayment,
    AgreementFunding,
    Punishment,
    Grant,
    Emission,
    Hold,
    HoldRelease,
    StakeMove,
}

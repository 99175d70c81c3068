using System.Collections.Immutable;

namespace Numerai.Tournament.Ledger;

/// <summary>
/// Between which kinds of accounts each reason may move NMR. Whoever adds a reason says here what it may do; the audit holds it to that.
/// </summary>
public static class LedgerRules
{
    private static readonly ImmutableDictionary<LedgerReason, ImmutableArray<(string Debit, string Credit)>> _allowed =
        new Dictionary<LedgerReason, ImmutableArray<(string Debit, string Credit)>>
        {
            [LedgerReason.Mint] = [(LedgerAccounts.Issued, LedgerAccounts.Treasury)],
            [LedgerReason.Deposit] = [(LedgerAccounts.Issued, "wallet")],
            [LedgerReason.Withdrawal] = [("wallet", LedgerAccounts.Issued)],
            [LedgerReason.StakeIncrease] = [("wallet", "stake")],
            [LedgerReason.StakeDecrease] = [("stake", "pending")],
            [LedgerReason.StakeRelease] = [("stake", "wallet"), ("pending", "wallet")],
            [LedgerReason.Payout] = [(LedgerAccounts.Treasury, "stake")],
            [LedgerReason.Burn] = [("stake", LedgerAccounts.Burned), ("pending", LedgerAccounts.Burned)],
            [LedgerReason.AgreementDeposit] = [("wallet", "agreement")],
            [LedgerReason.AgreementReturn] = [("agreement", "wallet")],
            [LedgerReason.AgreementPayment] = [("agreement", "wallet")],
            [LedgerReason.AgreementFunding] = [("agreement", "agreement")],
            [LedgerReason.Punishment] = [("agreement", LedgerAccounts.Burned), ("wallet", LedgerAccounts.Burned)],
            [LedgerReason.Grant] = [(LedgerAccounts.Treasury, "wallet")],
            [LedgerReason.Hold] = [("wallet", "held")],
            [LedgerReason.HoldRelease] = [("held", "wallet")],
            [LedgerReason.StakeMove] = [("stake", "stake"), ("pending", "stake")],
            [LedgerReason.Emission] = [(LedgerAccounts.Issued, LedgerAccounts.Treasury)],
        }.ToImmutableDictionary();

    /// <summary>Kinds of accounts whose entries all stand in one chain, their owner's.</summary>
    public static ImmutableHashSet<string> OwnedKinds { get; } = ["wallet", "held", "stake", "pending"];

    /// <summary>What a reason allows; empty for one that was given no rule.</summary>
    public static ImmutableArray<(string Debit, string Credit)> Of(LedgerReason reason) => _allowed.GetValueOrDefault(reason, []);

    /// <summary>Whether a transfer for a reason may go from one account to another.</summary>
    public static bool Allow(LedgerReason reason, string debit, string credit) =>
        Of(reason).Contains((LedgerAccounts.KindOf(debit), LedgerAccounts.KindOf(credit)));
}

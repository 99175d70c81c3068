using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Tests.Ledger;

public sealed class LedgerRulesTests
{
    [Fact]
    public void Every_reason_says_between_which_accounts_it_moves_NMR() =>
        Assert.DoesNotContain(Enum.GetValues<LedgerReason>(), reason => LedgerRules.Of(reason).IsEmpty);

    [Theory]
    [InlineData(LedgerReason.Payout, "treasury", "stake:m", true)]
    [InlineData(LedgerReason.Payout, "issued", "stake:m", false)]
    [InlineData(LedgerReason.Deposit, "issued", "wallet:a", true)]
    [InlineData(LedgerReason.Deposit, "wallet:a", "issued", false)]
    [InlineData(LedgerReason.Burn, "pending:m", "burned", true)]
    [InlineData(LedgerReason.Burn, "wallet:a", "burned", false)]
    public void A_reason_moves_NMR_only_that_way(LedgerReason reason, string debit, string credit, bool allowed) =>
        Assert.Equal(allowed, LedgerRules.Allow(reason, debit, credit));
}

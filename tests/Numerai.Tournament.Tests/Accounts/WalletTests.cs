using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class WalletTests
{
    private readonly ParticipantFixture _account = new();

    [Fact]
    public void A_deposit_with_a_known_id_is_booked_once()
    {
        _account.Apply(WalletDecisions.Deposit(_account.State, new Deposit("initial", Nmr.Parse("100")), ParticipantFixture.Start));
        Assert.Equal(Nmr.Parse("100"), _account.State.Wallet);
    }

    [Fact]
    public void A_deposit_id_with_another_amount_is_refused() => Assert.Equal(
        RefusalCodes.CommandReused,
        _account.Apply(
            WalletDecisions.Deposit(_account.State, new Deposit("initial", Nmr.Parse("1")), ParticipantFixture.Start)).Refusal?.Code);

    [Theory]
    [InlineData(29, "0.1", RefusalCodes.WithdrawalTooEarly)]
    [InlineData(29, "0.100000000000000001", null)]
    [InlineData(30, "0.1", null)]
    [InlineData(30, "100.1", RefusalCodes.BalanceInsufficient)]
    public void A_young_account_withdraws_only_larger_amounts(int days, string amount, string? refusal)
    {
        var now = ParticipantFixture.Start.AddDays(days);
        var outcome = _account.Apply(
            WalletDecisions.Withdraw(_account.State, new Withdraw("out", Nmr.Parse(amount), ParticipantFixture.Limits), now));
        Assert.Equal(refusal, outcome.Refusal?.Code);
    }
}

using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class PortfolioTests
{
    private static readonly ModelId _first = ParticipantFixture.Models[0];
    private static readonly ModelId _second = ParticipantFixture.Models[1];
    private static readonly ModelId _third = ParticipantFixture.Models[2];

    [Fact]
    public void One_amount_is_staked_raised_lowered_and_drained_over_all_models_by_their_weights_to_the_wei()
    {
        var account = new ParticipantFixture();
        account.SetWeights(1, 1, 1).Require();

        account.Portfolio(PortfolioChangeType.Increase, "10").Require();
        var stakes = account.Actives;
        Assert.Equal(Nmr.FromNmr(10), stakes.Aggregate((sum, stake) => sum + stake));
        Assert.Equal(new Nmr(1), stakes.Max() - stakes.Min());

        var lowered = account.Portfolio(PortfolioChangeType.Decrease, "4").Require();
        Assert.Equal(("done", Nmr.FromNmr(94), Nmr.FromNmr(6)), (lowered.Status, lowered.Wallet, lowered.Portfolio!.Stake));
        Assert.Equal([Nmr.FromNmr(2), Nmr.FromNmr(2), Nmr.FromNmr(2)], account.Actives);

        Assert.Equal(Nmr.FromNmr(6), account.Portfolio(PortfolioChangeType.Drain).Require().Amount);
        Assert.Equal(Nmr.FromNmr(100), account.State.Wallet);
        Assert.True(account.Balances());
    }

    [Fact]
    public void What_a_round_moved_apart_comes_together_when_it_has_resolved_with_entries_of_ordinary_moves()
    {
        var account = Staked("90", 1, 1, 1);
        account.PinAll(1);

        account.SettleAll(1, model => model == _first ? 10 : model == _second ? -5 : 0);

        Assert.All(account.Actives, stake => Assert.Equal(Nmr.Parse("30.5"), stake));
        Assert.Equal(
            [LedgerReason.Payout, LedgerReason.Burn, LedgerReason.StakeMove, LedgerReason.StakeMove],
            account.Ledger.Where(entry => entry.Round is not null).Select(entry => entry.Reason).Order());
        Assert.True(account.Balances());
    }

    [Fact]
    public void While_other_rounds_could_burn_it_stake_is_on_its_way_and_goes_where_it_lacks_when_they_have_resolved()
    {
        var account = Staked("90", 1, 1, 1);
        account.PinAll(1);
        account.PinAll(2);
        account.PinAll(3);

        account.SettleAll(1, model => model == _first ? 10 : 0);
        Assert.Equal([Nmr.FromNmr(31), Nmr.FromNmr(30), Nmr.FromNmr(30)], ByModel(account));
        Assert.Equal(Nmr.FromNmr(2), account.View().Moving);
        Assert.All(account.View().Models, model => Assert.Equal(Nmr.FromNmr(31), model.Target));

        account.SettleAll(2, _ => 0);
        Assert.Equal(Nmr.FromNmr(2), account.View().Moving);
        account.SettleAll(3, _ => 0);
        Assert.All(account.Actives, stake => Assert.Equal(Nmr.FromNmr(31), stake));
        Assert.Equal(Nmr.Zero, account.View().Moving);
        Assert.True(account.Balances());
    }

    [Fact]
    public void A_model_that_falls_below_its_weight_first_takes_back_what_it_was_sending_to_the_others()
    {
        var account = Staked("60", 1, 1, 0);
        account.PinAll(1);
        account.PinAll(2);
        account.PinAll(3);
        account.SettleAll(1, model => model == _first ? 10 : 0);
        Assert.Equal(Nmr.Parse("1.5"), account.View().Moving);

        account.SettleAll(2, model => model == _first ? -10 : 0);

        Assert.Equal([Nmr.FromNmr(30), Nmr.FromNmr(30), Nmr.Zero], ByModel(account));
        Assert.Equal(Nmr.Zero, account.View().Moving);
        Assert.True(account.Balances());
    }

    [Fact]
    public void Stake_that_the_models_already_have_is_the_portfolios_and_other_models_keep_theirs()
    {
        var account = new ParticipantFixture();
        account.Increase(_first, Nmr.FromNmr(12));
        account.Increase(_third, Nmr.FromNmr(5));

        Assert.Equal(Nmr.FromNmr(12), account.SetWeights(1, 2).Require().Portfolio!.Stake);

        Assert.Equal([Nmr.FromNmr(4), Nmr.FromNmr(8), Nmr.FromNmr(5)], ByModel(account));
        Assert.Equal(RefusalCodes.ModelInPortfolio, account.Change(StakeChangeType.Increase, "1").Refusal?.Code);
        Assert.Equal(RefusalCodes.ModelInPortfolio, account.Move(_third, _first, Nmr.FromNmr(1)).Refusal?.Code);
        account.Increase(_third, Nmr.FromNmr(1));
    }

    [Fact]
    public void A_model_left_out_keeps_its_stake_and_weight_0_sends_it_to_the_others()
    {
        var account = Staked("60", 1, 1, 1);
        account.SetWeights(1, 0, 1).Require();
        Assert.Equal([Nmr.FromNmr(30), Nmr.Zero, Nmr.FromNmr(30)], ByModel(account));

        account.PinAll(1);
        account.SetWeights(1, 2).Require();
        Assert.Equal([Nmr.FromNmr(30), Nmr.Zero, Nmr.FromNmr(30)], ByModel(account, pending: true));
        Assert.Equal(Nmr.FromNmr(20), account.View().Moving);

        account.SetWeights().Require();
        Assert.Empty(account.State.Portfolios);
        Assert.Equal([Nmr.FromNmr(30), Nmr.Zero, Nmr.FromNmr(30)], ByModel(account));
        account.Change(StakeChangeType.Drain, "0").Require();
        Assert.True(account.Balances());
    }

    [Fact]
    public void A_drain_takes_also_what_is_on_its_way_from_model_to_model()
    {
        var account = Staked("60", 1, 1, 1);
        account.PinAll(1);
        account.SetWeights(1, 0, 0).Require();
        Assert.Equal(RefusalCodes.StakeInsufficient, account.Portfolio(PortfolioChangeType.Decrease, "21").Refusal?.Code);

        Assert.Equal(Nmr.FromNmr(60), account.Portfolio(PortfolioChangeType.Drain).Require().Amount);
        Assert.Equal(RefusalCodes.StakeInsufficient, account.Portfolio(PortfolioChangeType.Drain).Refusal?.Code);
        account.SettleAll(1, model => model == _second ? -5 : 0);

        Assert.Equal(Nmr.FromNmr(99), account.State.Wallet);
        Assert.True(account.Balances());
    }

    [Fact]
    public void A_repeated_command_answers_as_the_first_time_also_when_portfolios_were_turned_off_in_between()
    {
        var account = Staked("60", 1, 1, 1);
        var raised = account.Portfolio(PortfolioChangeType.Increase, "3", "again").Require();
        var set = account.SetWeights("weights", 3, 2).Require();
        var before = account.State;

        var again = account.PortfolioUnder(new StakeSettings(), PortfolioChangeType.Increase, "3", "again").Require();
        Assert.Equal(raised with { Portfolio = null }, again with { Portfolio = null });
        Assert.Equal(account.View().Models, again.Portfolio!.Models);
        Assert.Equal(set with { Portfolio = null }, account.SetWeights("weights", 3, 2).Require() with { Portfolio = null });
        Assert.Equal(RefusalCodes.CommandReused, account.SetWeights("weights", 3, 1).Refusal?.Code);
        Assert.Equal(RefusalCodes.CommandReused, account.Portfolio(PortfolioChangeType.Increase, "4", "again").Refusal?.Code);
        Assert.Same(before, account.State);
    }

    [Fact]
    public void Under_a_hold_on_the_whole_account_nothing_is_staked_and_what_was_on_its_way_ends_in_the_wallet()
    {
        var account = Staked("60", 1, 1, 1);
        account.PinAll(1);
        account.PinAll(2);
        account.SetWeights(1, 0, 0).Require();
        account.Apply(HoldDecisions.Place(account.State, new PlaceHold("h", null, "Court", null), ParticipantFixture.Start)).Require();

        Assert.Equal(RefusalCodes.FundsHeld, account.SetWeights(1, 1, 1).Refusal?.Code);
        Assert.Equal(RefusalCodes.FundsHeld, account.Portfolio(PortfolioChangeType.Increase, "1").Refusal?.Code);
        account.Portfolio(PortfolioChangeType.Decrease, "5").Require();
        account.SettleAll(1, _ => 0);
        account.SettleAll(2, _ => 0);

        Assert.Equal((Nmr.FromNmr(45), Nmr.FromNmr(15)), (account.State.Wallet, account.View().Stake));
        Assert.True(account.Balances());
    }

    /// <summary>An account with a portfolio stake over its three models.</summary>
    private static ParticipantFixture Staked(string amount, params int[] weights)
    {
        var account = new ParticipantFixture();
        account.SetWeights(weights).Require();
        account.Portfolio(PortfolioChangeType.Increase, amount).Require();
        return account;
    }

    private static Nmr[] ByModel(ParticipantFixture account, bool pending = false) => [.. ParticipantFixture.Models
        .Select(model => account.State.Models[model])
        .Select(model => pending ? model.Active + model.Pending : model.Active)];
}

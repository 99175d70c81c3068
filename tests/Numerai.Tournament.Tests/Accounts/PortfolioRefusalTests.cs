using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using PortfolioWeight = Numerai.Tournament.Accounts.PortfolioWeight;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class PortfolioRefusalTests
{
    private static readonly ModelId _first = ParticipantFixture.Models[0];
    private readonly ParticipantFixture _account = new();

    [Theory]
    [InlineData("-1", "The weight of 'first' is -1; a weight is 0 to 1000000, with at most 9 places.")]
    [InlineData("1000001", "The weight of 'first' is 1000001; a weight is 0 to 1000000, with at most 9 places.")]
    [InlineData("0.1234567891", "The weight of 'first' is 0.1234567891; a weight is 0 to 1000000, with at most 9 places.")]
    [InlineData("0", "All weights are 0; one has to be more.")]
    public void Weights_are_in_their_range_and_not_all_zero(string weight, string sentence) =>
        Refused(
            RefusalCodes.InvalidWeights,
            sentence,
            Set(new PortfolioWeight(_first, decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Models_are_the_accounts_own_of_the_same_tournament_and_named_once()
    {
        var signals = NamedUuid.Model(TournamentId.Signals, "other");
        _account.Apply(AccountDecisions.AddModel(
            _account.State, signals, new CreateModel(TournamentId.Signals, "other", ParticipantFixture.Limits),
            ParticipantFixture.Start)).Require();
        var foreign = NamedUuid.Model(TournamentId.Classic, "nobody");

        Refused(RefusalCodes.ModelNotOwned, $"The account has no model {foreign}.", Set(new PortfolioWeight(foreign, 1)));
        Refused(
            RefusalCodes.InvalidWeights,
            "The model 'other' is in tournament 11; a portfolio has models of one tournament, 8.",
            Set(new PortfolioWeight(_first, 1), new PortfolioWeight(signals, 1)));
        Refused(
            RefusalCodes.InvalidWeights,
            "The model 'first' has two weights; give it one.",
            Set(new PortfolioWeight(_first, 1), new PortfolioWeight(_first, 1)));
        Assert.Empty(_account.State.Portfolios);
    }

    [Fact]
    public void Without_a_portfolio_there_is_nothing_to_change()
    {
        var type = PortfolioChangeType.Increase;
        Assert.Equal(RefusalCodes.PortfolioNotFound, _account.Portfolio(type, "1").Refusal?.Code);
        Assert.Equal(RefusalCodes.PortfolioNotFound, _account.SetWeights().Refusal?.Code);
        _account.SetWeights(1, 1).Require();

        Assert.Equal(RefusalCodes.InvalidAmount, _account.Portfolio(type, "0").Refusal?.Code);
        Assert.Equal(RefusalCodes.InvalidAmount, _account.Portfolio(PortfolioChangeType.Decrease, "-1").Refusal?.Code);
        Assert.Equal(RefusalCodes.BalanceInsufficient, _account.Portfolio(type, "100.1").Refusal?.Code);
        Assert.Equal(RefusalCodes.StakeInsufficient, _account.Portfolio(PortfolioChangeType.Decrease, "1").Refusal?.Code);
        Assert.Equal(RefusalCodes.StakeInsufficient, _account.Portfolio(PortfolioChangeType.Drain).Refusal?.Code);
        Assert.Equal(RefusalCodes.InvalidRequest, _account.Portfolio(type, "1", commandId: " ").Refusal?.Code);
    }

    [Fact]
    public void Where_the_setting_is_off_portfolios_are_not_made_and_not_raised_but_can_be_left()
    {
        var off = new StakeSettings(Moves: true);
        Assert.Equal(
            RefusalCodes.StakePortfoliosOff, _account.PortfolioUnder(off, PortfolioChangeType.Set, weights: Weights(1)).Refusal?.Code);
        Assert.Equal(
            RefusalCodes.StakePortfoliosOff, _account.PortfolioUnder(null, PortfolioChangeType.Set, weights: Weights(1)).Refusal?.Code);
        _account.SetWeights(1, 1).Require();
        _account.Portfolio(PortfolioChangeType.Increase, "10").Require();

        Assert.Equal(RefusalCodes.StakePortfoliosOff, _account.PortfolioUnder(off, PortfolioChangeType.Increase, "1").Refusal?.Code);
        _account.PortfolioUnder(off, PortfolioChangeType.Decrease, "1").Require();
        _account.PortfolioUnder(off, PortfolioChangeType.Drain).Require();
        _account.PortfolioUnder(off, PortfolioChangeType.Set).Require();
        Assert.Equal((Nmr.FromNmr(100), true), (_account.State.Wallet, _account.State.Portfolios.IsEmpty));
    }

    private static ImmutableArray<PortfolioWeight> Weights(decimal weight) => [new PortfolioWeight(_first, weight)];

    private static void Refused(string code, string sentence, Outcome<PortfolioChangeView> outcome) =>
        Assert.Equal((code, sentence), (outcome.Refusal?.Code, outcome.Refusal?.Message));

    private Outcome<PortfolioChangeView> Set(params PortfolioWeight[] weights) =>
        _account.PortfolioUnder(ParticipantFixture.Allowed, PortfolioChangeType.Set, weights: [.. weights]);
}

using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using PortfolioWeight = Numerai.Tournament.Accounts.PortfolioWeight;

namespace Numerai.Tournament.Tests.Accounts;

/// <content>Portfolios over the account's three models.</content>
internal sealed partial class ParticipantFixture
{
    public static StakeSettings Allowed { get; } = new(Portfolios: true);

    public Nmr[] Actives => [.. State.Models.Values.Select(model => model.Active)];

    /// <summary>Weights of the first, second and third model; of fewer, the rest is left out.</summary>
    public Outcome<PortfolioChangeView> SetWeights(params int[] weights) => SetWeights($"portfolio {++_commands}", weights);

    public Outcome<PortfolioChangeView> SetWeights(string commandId, params int[] weights) => PortfolioUnder(
        Allowed, PortfolioChangeType.Set, "0", commandId,
        [.. weights.Select((weight, index) => new PortfolioWeight(Models[index], weight))]);

    public Outcome<PortfolioChangeView> Portfolio(PortfolioChangeType type, string amount = "0", string? commandId = null) =>
        PortfolioUnder(Allowed, type, amount, commandId);

    public Outcome<PortfolioChangeView> PortfolioUnder(
        StakeSettings? rules, PortfolioChangeType type, string amount = "0", string? commandId = null,
        ImmutableArray<PortfolioWeight> weights = default) =>
        Apply(PortfolioDecisions.Change(
            State,
            new ChangePortfolio(commandId ?? $"portfolio {++_commands}", TournamentId.Classic, type, Nmr.Parse(amount), weights)
            {
                Rules = rules,
            },
            Start.AddDays(1)));

    public PortfolioView View() => Assert.Single(ParticipantProjections.Account(State).Portfolios);

    public void PinAll(int round) => Apply(StakeDecisions.Pin(State, Round(round), Models)).Require();

    /// <summary>Whether the ledger's balances are the account's, nothing is negative and no transfer stands twice.</summary>
    public bool Balances() =>
        Balance(LedgerAccounts.Wallet(Account)) == State.Wallet
        && !State.Wallet.IsNegative
        && State.Models.All(model =>
            Balance(LedgerAccounts.Stake(model.Key)) == model.Value.Active
            && Balance(LedgerAccounts.Pending(model.Key)) == model.Value.Pending
            && !model.Value.Active.IsNegative
            && model.Value.Releases.All(release => release.Amount.IsPositive && !release.WaitsFor.IsEmpty))
        && Ledger.All(entry => LedgerRules.Allow(entry.Reason, entry.Debit, entry.Credit))
        && Ledger.Select(entry => entry.Transfer).Distinct().Count() == Ledger.Count;
}

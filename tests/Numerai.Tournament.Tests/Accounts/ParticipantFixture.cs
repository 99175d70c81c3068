using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Rounds.Settings;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Tests.Accounts;

/// <summary>Drives an account's decisions by hand and keeps the ledger they post.</summary>
internal sealed partial class ParticipantFixture
{
    public static readonly DateTimeOffset Start = new(2026, 1, 3, 12, 0, 0, TimeSpan.Zero);
    private int _commands;

    public ParticipantFixture(string wallet = "100")
    {
        Account = NamedUuid.Account("ada");
        Model = NamedUuid.Model(TournamentId.Classic, "first");
        Apply(AccountDecisions.Register(null, Account, new RegisterAccount("ada", new AddApiKey("P", "H", "first", [])), Start));
        foreach (var name in new[] { "first", "second", "third" })
        {
            Apply(AccountDecisions.AddModel(
                State, NamedUuid.Model(TournamentId.Classic, name), new CreateModel(TournamentId.Classic, name, Limits), Start));
        }

        if (wallet != "0")
        {
            Apply(WalletDecisions.Deposit(State, new Deposit("initial", Nmr.Parse(wallet)), Start));
        }
    }

    public static AccountSettings Limits => TournamentDefaults.Of(TournamentId.Classic).Accounts;

    public AccountId Account { get; }

    public ModelId Model { get; }

    public ParticipantState State { get; private set; } = null!;

    public List<LedgerEntry> Ledger { get; } = [];

    public ModelStake Stake => State.Models[Model];

    public static ImmutableArray<ModelId> Models { get; } =
        [.. new[] { "first", "second", "third" }.Select(name => NamedUuid.Model(TournamentId.Classic, name))];

    public static RoundId Round(int number) => new(TournamentId.Classic, number);

    public Outcome<T> Apply<T>(Decision<ParticipantState, T> decision)
    {
        State = decision.Next ?? State;
        Ledger.AddRange(decision.Events.OfType<LedgerEntryPosted>().Select(posted => posted.Entry));
        return decision.Outcome;
    }

    public Outcome<StakeChangeView> Change(StakeChangeType type, string amount, string? commandId = null) =>
        Apply(StakeDecisions.Change(
            State, new ChangeStake(commandId ?? $"command-{++_commands}", Model, type, Nmr.Parse(amount)), Start.AddDays(1)));

    /// <summary>Moves stake where the rules allow it.</summary>
    public Outcome<StakeChangeView> Move(ModelId from, ModelId to, Nmr amount, string? commandId = null, bool allowed = true) =>
        Apply(StakeDecisions.Change(
        State,
        new ChangeStake(commandId ?? $"move-{++_commands}", from, StakeChangeType.Move, amount)
        {
            To = to,
            Rules = new StakeSettings(allowed),
        },
        Start.AddDays(1)));

    public void Increase(ModelId model, Nmr amount) =>
        Apply(
            StakeDecisions.Change(
                State, new ChangeStake($"increase-{++_commands}", model, StakeChangeType.Increase, amount), Start)).Require();

    /// <summary>What a round burned of all models of the account; each loses or gains a share of what it has at risk.</summary>
    public SettlementReceipt SettleAll(int round, Func<ModelId, int> percent)
    {
        var entries = State.Models.Where(model => model.Value.AtRisk.ContainsKey(Round(round))).Select(model =>
        {
            var atRisk = model.Value.AtRisk[Round(round)];
            var share = percent(model.Key);
            var moved = atRisk.MultiplyTruncated(Math.Abs(share), 100);
            return new SettlementEntry(
                Round(round), model.Key, Account, default, atRisk, ImmutableSortedDictionary<string, decimal>.Empty, 0,
                share > 0 ? moved : Nmr.Zero, share < 0 ? moved : Nmr.Zero);
        });
        return Apply(SettlementDecisions.Settle(State, Round(round), [.. entries], Start.AddDays(30))).Require();
    }

    public Nmr Pin(int round) => Apply(StakeDecisions.Pin(State, Round(round), [Model])).Require()[0].AtRisk;

    public SettlementReceipt Settle(int round, string payout, string burn)
    {
        var entry = new SettlementEntry(
            Round(round),
            Model,
            Account,
            default,
            Stake.AtRisk.GetValueOrDefault(Round(round)),
            ImmutableSortedDictionary<string, decimal>.Empty,
            0,
            Nmr.Parse(payout),
            Nmr.Parse(burn));
        return Apply(SettlementDecisions.Settle(State, Round(round), [entry], Start.AddDays(30))).Require();
    }

    /// <summary>What the ledger says an account of it holds.</summary>
    public Nmr Balance(string account) => Ledger.Aggregate(
        Nmr.Zero,
        (sum, entry) => sum + (entry.Credit == account ? entry.Amount : Nmr.Zero) - (entry.Debit == account ? entry.Amount : Nmr.Zero));
}

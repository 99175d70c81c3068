using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>
/// An account's stakes while one decision on a portfolio changes them. Every step is a ledger entry; the place of the entry in the
/// account's chain makes its id, so that no two steps ever have the same.
/// </summary>
internal sealed class PortfolioBook(ParticipantState state, LedgerWriter ledger, DateTimeOffset now, RoundId? round = null)
{
    private readonly SortedSet<ModelId> _changed = [];
    private ImmutableSortedDictionary<ModelId, ModelStake> _models = state.Models;
    private Nmr _wallet = state.Wallet;

    public Nmr Wallet => _wallet;

    private string Step => $"{StakeDecisions.PortfolioSteps}{ledger.Head.Sequence + 1}";

    public ModelStake this[ModelId model] => _models[model];

    /// <summary>The account after all steps. Call it once.</summary>
    public ParticipantState Close()
    {
        foreach (var model in _changed)
        {
            ledger.Add(new StakeChanged(model, _models[model].Active, _models[model].Pending));
        }

        return state with { Models = _models, Wallet = _wallet, LedgerHead = ledger.Head };
    }

    /// <summary>Takes an amount of a model's active stake that no round can reach, for another model.</summary>
    public PortfolioSource Take(ModelId model, Nmr amount)
    {
        Change(model, _models[model] with { Active = _models[model].Active - amount });
        return new PortfolioSource(LedgerAccounts.Stake(model), LedgerReason.StakeMove, amount);
    }

    /// <summary>Takes an amount of the wallet.</summary>
    public PortfolioSource Stake(Nmr amount)
    {
        _wallet -= amount;
        return new PortfolioSource(LedgerAccounts.Wallet(state.Id), LedgerReason.StakeIncrease, amount);
    }

    /// <summary>Puts an amount that was taken from somewhere on a model.</summary>
    public void Give(PortfolioSource source, ModelId model, Nmr amount)
    {
        Post(source.Reason, source.Account, LedgerAccounts.Stake(model), amount);
        Change(model, _models[model] with { Active = _models[model].Active + amount });
    }

    /// <summary>Active stake to the wallet, or to the portfolio: when the model's rounds in flight have resolved.</summary>
    public void Release(ModelId model, Nmr amount, bool toPortfolio)
    {
        var stake = _models[model];
        if (amount.IsZero)
        {
            return;
        }

        if (stake.AtRisk.IsEmpty && !toPortfolio)
        {
            Post(LedgerReason.StakeRelease, LedgerAccounts.Stake(model), LedgerAccounts.Wallet(state.Id), amount);
            _wallet += amount;
            Change(model, stake with { Active = stake.Active - amount });
            return;
        }

        var release = new PendingRelease(Step, amount, now, [.. stake.AtRisk.Keys]) { ToPortfolio = toPortfolio };
        Post(LedgerReason.StakeDecrease, LedgerAccounts.Stake(model), LedgerAccounts.Pending(model), amount);
        Change(model, (stake with { Active = stake.Active - amount }).Release(release));
    }

    /// <summary>
    /// Gives a model back up to an amount of what it was sending to the others, the latest first: that would arrive last.
    /// </summary>
    public void TakeBack(ModelId model, Nmr most)
    {
        var stake = _models[model];
        var left = most;
        for (var index = stake.Releases.Count - 1; index >= 0 && left.IsPositive; index--)
        {
            var release = stake.Releases[index];
            if (!release.ToPortfolio)
            {
                continue;
            }

            var back = Nmr.Min(left, release.Amount);
            left -= back;
            stake = stake with
            {
                Releases = back == release.Amount
                    ? stake.Releases.RemoveAt(index)
                    : stake.Releases.SetItem(index, release with { Amount = release.Amount - back }),
            };
        }

        var taken = most - left;
        if (taken.IsPositive)
        {
            Post(LedgerReason.StakeMove, LedgerAccounts.Pending(model), LedgerAccounts.Stake(model), taken);
            Change(model, stake with { Active = stake.Active + taken });
        }
    }

    /// <summary>Lets what a model was sending to the others go to the wallet instead.</summary>
    public void SendHome(ModelId model)
    {
        var stake = _models[model];
        Change(model, stake with
        {
            Releases = [.. stake.Releases.Select(release => release.ToPortfolio ? release with { ToPortfolio = false } : release)],
        });
    }

    private void Post(LedgerReason reason, string debit, string credit, Nmr amount) =>
        ledger.Post($"{state.Id}/{Step}", reason, debit, credit, amount, round);

    private void Change(ModelId model, ModelStake stake)
    {
        _models = _models.SetItem(model, stake);
        _changed.Add(model);
    }
}

using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;

namespace Numerai.Tournament.Accounts;

/// <summary>
/// Stake that goes from one model of an account to another. Rounds in flight lose nothing by it: what they could still burn stays with the
/// source, active or pending, until they have resolved.
/// </summary>
internal static class StakeMoves
{
    public static Decision<ParticipantState, StakeChangeView> Move(
        ParticipantState state, ModelStake model, ChangeStake command, DateTimeOffset now)
    {
        if (Check(state, model, command) is { } refusal)
        {
            return refusal;
        }

        var to = command.To!.Value;
        var atOnce = Nmr.Min(command.Amount, Neutral(model));
        var later = command.Amount - atOnce;
        var waitsFor = later.IsZero ? [] : model.AtRisk.Keys.ToImmutableSortedSet();
        var release = new PendingRelease(command.CommandId, later, now, waitsFor) { MoveTo = to };
        if (later.IsPositive && !model.Takes(release))
        {
            return new Refusal(
                RefusalCodes.ReleaseLimitReached,
                $"Model {model.Name} has {model.Releases.Count} releases that wait for rounds; decrease its stake instead of moving it, or "
                    + "move it when the first of them has come free.");
        }

        var ledger = new LedgerWriter(state.LedgerChain, state.LedgerHead, now);
        var source = LedgerAccounts.Stake(command.Model);
        ledger.Post($"{state.Id}/move/{command.CommandId}", LedgerReason.StakeMove, source, LedgerAccounts.Stake(to), atOnce);
        ledger.Post(
            StakeDecisions.TransferId(state, command), LedgerReason.StakeDecrease, source, LedgerAccounts.Pending(command.Model), later);
        var left = model with { Active = model.Active - command.Amount };
        if (later.IsPositive)
        {
            left = left.Release(release);
        }

        var target = state.Models[to];
        target = target with { Active = target.Active + atOnce };
        ledger.Add(new StakeChanged(command.Model, left.Active, left.Pending));
        ledger.Add(new StakeChanged(to, target.Active, target.Pending));
        var next = state with { Models = state.Models.SetItem(command.Model, left).SetItem(to, target), LedgerHead = ledger.Head };
        var answer = new StakeChangeView(
            command.Model, command.Type, later.IsZero
                ? "done"
                : "pending", command.Amount, left.Active, left.Pending, state.Wallet, [.. waitsFor])
        {
            To = to,
            MovedNow = atOnce,
        };
        return Decision<ParticipantState, StakeChangeView>.Changed(answer, next, ledger.Events);
    }

    /// <summary>
    /// The part of the active stake that no round in flight can reach: a round burns at most what it has at risk, so all of them together
    /// burn at most the sum.
    /// </summary>
    public static Nmr Neutral(ModelStake model) =>
        Nmr.Max(Nmr.Zero, model.Active - model.AtRisk.Values.Aggregate(Nmr.Zero, (sum, atRisk) => sum + atRisk));

    /// <summary>What is on its way to a model.</summary>
    public static Nmr Arriving(ParticipantState state, ModelId to) => state.Models.Values
        .SelectMany(model => model.Releases)
        .Where(release => release.MoveTo == to)
        .Aggregate(Nmr.Zero, (sum, release) => sum + release.Amount);

    private static Refusal? Check(ParticipantState state, ModelStake model, ChangeStake command)
    {
        if (command.Rules is not { Moves: true })
        {
            return new Refusal(
                RefusalCodes.StakeMovesOff,
                $"Stakes do not move between models in tournament {model.Tournament}; decrease one, and increase the other when it is "
                    + "released.");
        }

        if (command.To is not { } to || to == command.Model)
        {
            return new Refusal(RefusalCodes.InvalidRequest, "A move goes to another model of the account; say which one.");
        }

        if (!state.Models.TryGetValue(to, out var target))
        {
            return new Refusal(RefusalCodes.ModelNotOwned, $"The account has no model {to}.");
        }

        if (target.Tournament != model.Tournament)
        {
            return new Refusal(
                RefusalCodes.InvalidRequest,
                $"The models are in the tournaments {model.Tournament} and {target.Tournament}; a move stays within one.");
        }

        return StakeDecisions.CheckActive(model, command.Amount, "to move")
            ?? (state.WholeHold is null ? null : HoldDecisions.CheckSpending(state, command.Amount, "to stake"));
    }
}

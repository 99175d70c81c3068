using System.Collections.Frozen;
using System.Globalization;
using Numerai.Contracts;

namespace Numerai.Tournament.Agreements.Escrows;

/// <summary>Who may do what when: the whole state machine of an escrow. What is not in the table is refused.</summary>
public static class EscrowRules
{
    private const string Seller = "seller";
    private const string Buyer = "buyer";

    private static readonly FrozenSet<(EscrowPhase Phase, EscrowAction Action, string Party)> _legal = new[]
    {
        (EscrowPhase.Open, EscrowAction.DepositStake, Seller),
        (EscrowPhase.Open, EscrowAction.DepositPayment, Buyer),
        (EscrowPhase.Open, EscrowAction.Cancel, Seller),
        (EscrowPhase.Open, EscrowAction.Cancel, Buyer),
        (EscrowPhase.StakeDeposited, EscrowAction.DepositPayment, Buyer),
        (EscrowPhase.StakeDeposited, EscrowAction.Cancel, Seller),
        (EscrowPhase.PaymentDeposited, EscrowAction.DepositStake, Seller),
        (EscrowPhase.PaymentDeposited, EscrowAction.Cancel, Buyer),
        (EscrowPhase.Deposited, EscrowAction.Finalise, Seller),
        (EscrowPhase.Overdue, EscrowAction.TimeOut, Seller),
        (EscrowPhase.Overdue, EscrowAction.TimeOut, Buyer),
    }.ToFrozenSet();

    /// <summary>Null when the caller may do it now.</summary>
    public static Refusal? Check(EscrowState state, EscrowAction action, AccountId caller, DateTimeOffset now)
    {
        var party = caller == state.Terms.Seller ? Seller : caller == state.Terms.Buyer ? Buyer : null;
        if (party is null || !_legal.Any(step => step.Action == action && step.Party == party))
        {
            var parties = string.Join(
                " or the ", _legal.Where(step => step.Action == action).Select(step => step.Party).Distinct().Order());
            return new Refusal(RefusalCodes.AgreementWrongParty, $"Only the {parties} of escrow {state.Id} can {Name(action)}.");
        }

        var phase = state.PhaseAt(now);
        if (_legal.Contains((phase, action, party)))
        {
            return null;
        }

        var phases = _legal.Where(step => step.Action == action && step.Party == party).Select(step => step.Phase).Distinct().Order()
            .Select(Name);
        return new Refusal(
            RefusalCodes.AgreementWrongState,
            $"Escrow {state.Id} is {Describe(phase, state)}; the {party} can {Name(action)} only while it is "
                + $"{string.Join(" or ", phases)}.");
    }

    public static Refusal NotFound(string key) => new(RefusalCodes.AgreementNotFound, $"There is no escrow {key}.");

    private static string Describe(EscrowPhase phase, EscrowState state) => (phase, state.Deadline) switch
    {
        (EscrowPhase.Deposited, { } deadline) => $"deposited, with the delivery due at {Time(deadline)}",
        (EscrowPhase.Overdue, { } deadline) => $"overdue since {Time(deadline)}",
        _ => Name(phase),
    };

    private static string Name(EscrowPhase phase) => phase switch
    {
        EscrowPhase.StakeDeposited => "stake deposited",
        EscrowPhase.PaymentDeposited => "payment deposited",
        EscrowPhase.TimedOut => "timed out",
        _ => phase.ToString().ToLowerInvariant(),
    };

    private static string Name(EscrowAction action) => action switch
    {
        EscrowAction.DepositStake => "deposit the stake",
        EscrowAction.DepositPayment => "deposit the payment",
        EscrowAction.TimeOut => "time it out",
        _ => $"{action.ToString().ToLowerInvariant()} it",
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using System.Collections.Frozen;
using System.Globalization;
using Numerai.Contracts;

namespace Numerai.Tournament.Agreements;

/// <summary>Who may do what when: the whole state machine of a griefing agreement. What is not in the table is refused.</summary>
public static class AgreementRules
{
    private static readonly FrozenSet<(AgreementPhase Phase, AgreementAction Action)> _legal = new[]
    {
        (AgreementPhase.Created, AgreementAction.Deposit),
        (AgreementPhase.Active, AgreementAction.Deposit),
        (AgreementPhase.Active, AgreementAction.Reward),
        (AgreementPhase.Active, AgreementAction.Release),
        (AgreementPhase.Active, AgreementAction.Punish),
        (AgreementPhase.Active, AgreementAction.StartCountdown),
        (AgreementPhase.CountingDown, AgreementAction.Deposit),
        (AgreementPhase.CountingDown, AgreementAction.Reward),
        (AgreementPhase.CountingDown, AgreementAction.Release),
        (AgreementPhase.CountingDown, AgreementAction.Punish),
        (AgreementPhase.Expired, AgreementAction.Retrieve),
    }.ToFrozenSet();

    /// <summary>Null when the caller may do it now.</summary>
    public static Refusal? Check(AgreementState state, AgreementAction action, AccountId caller, DateTimeOffset now)
    {
        var (party, role) = action is AgreementAction.Reward or AgreementAction.Release or AgreementAction.Punish
            ? (state.Terms.Counterparty, "counterparty")
            : (state.Terms.Staker, "staker");
        if (caller != party)
        {
            return new Refusal(RefusalCodes.AgreementWrongParty, $"Only the {role} of agreement {state.Id} can {Name(action)}.");
        }

        if (state.Terms.Type == AgreementType.Simple && action is AgreementAction.StartCountdown or AgreementAction.Retrieve)
        {
            return WrongState(
                $"Agreement {state.Id} is simple and {Describe(state, now)}; it has no countdown, so nobody can {Name(action)}.");
        }

        if (state.Terms.Ratio.Type == GriefRatioType.None && action == AgreementAction.Punish)
        {
            return WrongState($"Agreement {state.Id} is {Describe(state, now)} and agreed without punishment (its ratio's type is none).");
        }

        return _legal.Contains((state.PhaseAt(now), action))
            ? null
            : WrongState($"Agreement {state.Id} is {Describe(state, now)}; one can {Name(action)} only while it is {Phases(action)}.");
    }

    public static Refusal NotFound(string key) =>
        new(RefusalCodes.AgreementNotFound, $"There is no agreement {key}.");

    private static Refusal WrongState(string message) => new(RefusalCodes.AgreementWrongState, message);

    private static string Describe(AgreementState state, DateTimeOffset now) => (state.PhaseAt(now), state.Deadline) switch
    {
        (AgreementPhase.CountingDown, { } deadline) => $"counting down until {Time(deadline)}",
        (AgreementPhase.Expired, { } deadline) => $"expired since {Time(deadline)}",
        var (phase, _) => Name(phase),
    };

    private static string Phases(AgreementAction action) =>
        string.Join(" or ", _legal.Where(step => step.Action == action).Select(step => step.Phase).Order().Select(Name));

    private static string Name(AgreementPhase phase) =>
        phase == AgreementPhase.CountingDown ? "counting down" : phase.ToString().ToLowerInvariant();

    private static string Name(AgreementAction action) =>
        action == AgreementAction.StartCountdown ? "start the countdown" : action.ToString().ToLowerInvariant();

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

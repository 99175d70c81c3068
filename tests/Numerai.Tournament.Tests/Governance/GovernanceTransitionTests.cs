using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Tests.Governance;

/// <summary>
/// Every state of the governance itself, times everything that can happen to it. A cell is the refusal's code; "=" for what changes
/// nothing; "fault" for what only a bug asks for; else what it is in the middle of, how many proposals and executions there are.
/// </summary>
public sealed class GovernanceTransitionTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset _now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccountId _guard = NamedUuid.Account("guard");
    private static readonly GrantRoleAction _grant = new(CouncilRole.PauseUploads, _guard, _now.AddDays(1));
    private static readonly Propose _propose = new("one", _guard, "Title", "Text", [_grant], null);

    /// <summary>The state before a state, and what leads to it.</summary>
    private static readonly Dictionary<string, (string Before, string Command)?> _ways = new()
    {
        ["first"] = null,
        ["drafting"] = ("first", "Draft"),
        ["reading"] = ("drafting", "Read"),
        ["proposed"] = ("reading", "Opened"),
        ["executing"] = ("proposed", "BeginExecution"),
        ["checked"] = ("executing", "Checked"),
        ["granted"] = ("checked", "Executed"),
        ["executed"] = ("granted", "EndExecution"),
        ["paused"] = ("executed", "Pause/guard"),
    };

    private static readonly TransitionTable _proposals = new("""
        state     Draft                  Read        Renew        Opened
        first     drafting:0:0           fault       fault        fault
        drafting  fault                  reading:0:0 drafting:0:0 idle:1:0
        reading   fault                  reading:0:0 drafting:0:0 idle:1:0
        proposed  drafting:1:0           fault       fault        fault
        executing drafting+doing-0:1:0   fault       fault        fault
        checked   drafting+checked-0:1:0 fault       fault        fault
        granted   drafting+checked-1:1:1 fault       fault        fault
        executed  drafting:1:1           fault       fault        fault
        paused    drafting+paused:1:1    fault       fault        fault
        """);

    private static readonly TransitionTable _executions = new("""
        state     BeginExecution       BeginExecution/2     Checked       Executed      EndExecution
        first     doing-0:0:0          doing-0:0:0          fault         fault         fault
        drafting  drafting+doing-0:0:0 drafting+doing-0:0:0 fault         fault         fault
        reading   reading+doing-0:0:0  reading+doing-0:0:0  fault         fault         fault
        proposed  doing-0:1:0          doing-0:1:0          fault         fault         fault
        executing =                    fault                checked-0:1:0 fault         idle:1:0
        checked   =                    fault                checked-0:1:0 checked-1:1:1 idle:1:0
        granted   =                    fault                checked-1:1:1 fault         idle:1:1
        executed  doing-0:1:1          doing-0:1:1          fault         fault         fault
        paused    doing-0+paused:1:1   doing-0+paused:1:1   fault         fault         fault
        """);

    private static readonly TransitionTable _pauses = new("""
        state     Pause/operator       Pause/guard          Pause/guard-late Pause/stranger Pause/no-reason Pause/resume Pause/stranger-on
        first     paused:0:0           role_not_held        role_not_held    role_not_held  invalid_request =            role_not_held
        drafting  drafting+paused:0:0  role_not_held        role_not_held    role_not_held  invalid_request =            role_not_held
        reading   reading+paused:0:0   role_not_held        role_not_held    role_not_held  invalid_request =            role_not_held
        proposed  paused:1:0           role_not_held        role_not_held    role_not_held  invalid_request =            role_not_held
        executing doing-0+paused:1:0   role_not_held        role_not_held    role_not_held  invalid_request =            role_not_held
        checked   checked-0+paused:1:0 role_not_held        role_not_held    role_not_held  invalid_request =            role_not_held
        granted   checked-1+paused:1:1 checked-1+paused:1:1 role_not_held    role_not_held  invalid_request =            role_not_held
        executed  paused:1:1           paused:1:1           role_not_held    role_not_held  invalid_request =            role_not_held
        paused    =                    =                    role_not_held    role_not_held  invalid_request idle:1:1     role_not_held
        """);

    [Fact]
    public Task One_proposal_at_a_time_is_made() => _proposals.CheckAsync(TryAsync, output);

    [Fact]
    public Task One_proposal_at_a_time_is_carried_out_once_it_is_checked_and_each_action_once() =>
        _executions.CheckAsync(TryAsync, output);

    [Fact]
    public Task Uploads_are_paused_and_resumed_by_who_holds_the_role_as_long_as_it_lasts() => _pauses.CheckAsync(TryAsync, output);

    [Fact]
    public void Everything_that_can_happen_and_every_state_has_its_place_in_the_tables()
    {
        TransitionTable.AssertHasEveryCommand(typeof(GovernanceDecisions), [], _proposals, _executions, _pauses);
        Assert.All([_proposals, _executions, _pauses], table => Assert.Equal(_ways.Keys, table.States));
    }

    private static Task<string> TryAsync(string name, string command)
    {
        var before = At(name);
        (GovernanceState? Next, Refusal? Refusal) asked = default;
        if (Record.Exception(() => asked = Ask(before, command)) is not null)
        {
            return Task.FromResult("fault");
        }

        Assert.True(asked.Refusal is null || asked.Next is null, $"{name} {command}: refused and done.");
        if (command.StartsWith("Pause", StringComparison.Ordinal))
        {
            Assert.Null(Ask(asked.Next ?? before, command).Next);
        }

        return Task.FromResult(asked.Refusal?.Code ?? (asked.Next is null ? "=" : Written(asked.Next)));
    }

    private static GovernanceState At(string name) =>
        _ways[name] is { } way ? Ask(At(way.Before), way.Command).Next! : GovernanceState.Initial;

    private static (GovernanceState? Next, Refusal? Refusal) Ask(GovernanceState state, string command)
    {
        var pause = new PauseUploads(_guard, TournamentId.Classic, true, "why");
        return command switch
        {
            "Draft" => Of(GovernanceDecisions.Draft(state, _propose, _now)),
            "Read" => Of(GovernanceDecisions.Read(
                state, state.Draft! with { After = "key", Parts = [new ObjectReference("part", new string('0', 64), 1)] })),
            "Renew" => Of(GovernanceDecisions.Renew(state, _now)),
            "Opened" => Of(GovernanceDecisions.Opened(state)),
            "BeginExecution" => Of(GovernanceDecisions.BeginExecution(state, 1, [_grant])),
            "BeginExecution/2" => Of(GovernanceDecisions.BeginExecution(state, 2, [_grant])),
            "Checked" => Of(GovernanceDecisions.Checked(state)),
            "Executed" => Of(GovernanceDecisions.Executed(state, _grant, ExecutionRecord.Done, _now)),
            "EndExecution" => Of(GovernanceDecisions.EndExecution(state)),
            "Pause/operator" => Of(GovernanceDecisions.Pause(state, pause with { By = GovernanceState.Operator }, _now)),
            "Pause/guard" => Of(GovernanceDecisions.Pause(state, pause, _now)),
            "Pause/guard-late" => Of(GovernanceDecisions.Pause(state, pause, _now.AddDays(1))),
            "Pause/stranger" => Of(GovernanceDecisions.Pause(state, pause with { By = NamedUuid.Account("stranger") }, _now)),
            "Pause/no-reason" => Of(GovernanceDecisions.Pause(state, pause with { By = GovernanceState.Operator, Reason = " " }, _now)),
            "Pause/resume" => Of(GovernanceDecisions.Pause(state, pause with { By = GovernanceState.Operator, Paused = false }, _now)),
            "Pause/stranger-on" => Of(GovernanceDecisions.Pause(
                state, pause with { By = NamedUuid.Account("stranger"), Paused = false }, _now)),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A column has no command."),
        };
    }

    private static (GovernanceState? Next, Refusal? Refusal) Of<TValue>(Decision<GovernanceState, TValue> decision) =>
        (decision.Next, decision.Outcome.Refusal);

    private static string Written(GovernanceState state)
    {
        var draft = state.Draft is not { } drafting ? null : drafting.Parts.IsEmpty ? "drafting" : "reading";
        var execution = state.Execution is not { } executing ? null
            : $"{(executing.Checked ? "checked" : "doing")}-{executing.Next.ToString(CultureInfo.InvariantCulture)}";
        var paused = state.Paused.IsEmpty ? null : "paused";
        var middle = string.Join('+', ((string?[])[draft, execution, paused]).OfType<string>());
        return $"{(middle.Length == 0 ? "idle" : middle)}:{state.Proposals}:{state.Executions.Sequence}";
    }
}

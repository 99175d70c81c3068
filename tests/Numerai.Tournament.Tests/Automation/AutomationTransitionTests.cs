using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Automation;
using AutomationStep = Numerai.Tournament.Automation.AutomationStep;

namespace Numerai.Tournament.Tests.Automation;

/// <summary>
/// Every state of a tournament's automation, times everything that can happen to it. A cell is the refusal's code; "=" for what changes
/// nothing; else whether it is on, and what it is in the middle of.
/// </summary>
public sealed class AutomationTransitionTests(ITestOutputHelper output)
{
    private const string Feed = "https://feeds.example.org/classic";
    private static readonly DateTimeOffset _now = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly AutomationStep _open = new(AutomationStepKind.Open, 4, 0, _now.AddHours(1));
    private static readonly AutomationStep _score = new(AutomationStepKind.Score, 3, 1, _now);

    /// <summary>The state before a state, and what leads to it.</summary>
    private static readonly Dictionary<string, (string Before, string Command)?> _ways = new()
    {
        ["never-on"] = null,
        ["on"] = ("never-on", "Configure/on"),
        ["pending"] = ("on", "Begin"),
        ["asked"] = ("pending", "Ask"),
        ["waits"] = ("on", "Wait/one"),
        ["retries"] = ("waits", "Fail"),
        ["off"] = ("on", "Configure/off"),
        ["off-pending"] = ("pending", "Configure/off"),
        ["off-asked"] = ("asked", "Configure/off"),
        ["off-retries"] = ("retries", "Configure/off"),
    };

    private static readonly TransitionTable _told = new("""
        state       Configure/on Configure/on-other-feed Configure/on-bad-feed Configure/on-bad-prefix Configure/off
        never-on    on           on                      invalid_request       invalid_request         =
        on          =            on                      invalid_request       invalid_request         off
        pending     =            on+pending              invalid_request       invalid_request         off+pending
        asked       =            on+asked                invalid_request       invalid_request         off+asked
        waits       on           on                      invalid_request       invalid_request         off
        retries     on           on                      invalid_request       invalid_request         off+retries
        off         on           on                      invalid_request       invalid_request         =
        off-pending on+pending   on+pending              invalid_request       invalid_request         =
        off-asked   on+asked     on+asked                invalid_request       invalid_request         =
        off-retries on           on                      invalid_request       invalid_request         =
        """);

    private static readonly TransitionTable _steps = new("""
        state       Begin                    Ask                    Done             Drop
        never-on    off+pending              off+asked              off              off
        on          on+pending               on+asked               on               on
        pending     on+pending               on+asked               on               on
        asked       on+pending+asked         on+asked               on               on
        waits       on+pending+waits         on+asked+waits         on+waits         on+waits
        retries     on+pending+waits+retries on+asked+waits+retries on+waits+retries on+waits+retries
        off         off+pending              off+asked              off              off
        off-pending off+pending              off+asked              off              off
        off-asked   off+pending+asked        off+asked              off              off
        off-retries off+pending+retries      off+asked+retries      off+retries      off+retries
        """);

    private static readonly TransitionTable _troubles = new("""
        state       Drop/retry       Fail                Wait/one          Wait/none
        never-on    off+retries      off+retries         off+waits         =
        on          on+retries       on+retries          on+waits          =
        pending     on+retries       on+pending+retries  on+pending+waits  =
        asked       on+retries       on+asked+retries    on+asked+waits    =
        waits       on+waits+retries on+waits+retries    =                 on
        retries     on+waits+retries on+waits+retries    =                 on
        off         off+retries      off+retries         off+waits         =
        off-pending off+retries      off+pending+retries off+pending+waits =
        off-asked   off+retries      off+asked+retries   off+asked+waits   =
        off-retries off+retries      off+retries         off+waits+retries off
        """);

    [Fact]
    public Task Automation_is_turned_on_and_off_and_a_repeat_is_no_event() => _told.CheckAsync(TryAsync, output);

    [Fact]
    public Task A_step_is_begun_asked_for_and_noted_or_dropped() => _steps.CheckAsync(TryAsync, output);

    [Fact]
    public Task What_can_not_be_done_waits_and_is_tried_again() => _troubles.CheckAsync(TryAsync, output);

    [Fact]
    public void Everything_that_can_happen_and_every_state_has_its_place_in_the_tables()
    {
        TransitionTable.AssertHasEveryCommand(typeof(AutomationDecisions), [], _told, _steps, _troubles);
        Assert.All([_told, _steps, _troubles], table => Assert.Equal(_ways.Keys, table.States));
    }

    /// <summary>
    /// A round was being opened when automation was turned off; weeks later it is turned on, and what it had asked for is found done.
    /// </summary>
    [Fact]
    public void Openings_of_the_time_when_automation_was_off_are_not_made_good()
    {
        var state = AutomationDecisions.Ask(At("on"), _open).Next!;
        state = AutomationDecisions.Configure(state, Command("Configure/off"), _now).Next!;
        var later = _now.AddDays(30);
        state = AutomationDecisions.Configure(state, Command("Configure/on"), later).Next!;

        state = AutomationDecisions.Done(state, _open, later).Next!;

        Assert.Equal(later, state.NextOpening);
    }

    [Fact]
    public void The_next_opening_comes_after_the_one_that_is_done() =>
        Assert.Equal(_open.Due.AddTicks(1), AutomationDecisions.Done(At("on"), _open, _open.Due).Next!.NextOpening);

    private static Task<string> TryAsync(string name, string command)
    {
        var before = At(name);
        var (next, refusal, events) = Ask(before, command);
        var again = Ask(next ?? before, command);
        Assert.True(refusal is null || next is null, $"{name} {command}: refused and done.");
        Assert.Equal(Written(next ?? before), Written(again.Next ?? next ?? before));
        Assert.True(command == "Done" || again.Events == 0, $"{name} {command}: asked twice it was told twice.");
        return Task.FromResult(refusal?.Code ?? (next is null ? "=" : Written(next)));
    }

    private static AutomationState At(string name) => _ways[name] is { } way
        ? Ask(At(way.Before), way.Command).Next!
        : AutomationState.Initial(TournamentId.Classic);

    private static (AutomationState? Next, Refusal? Refusal, int Events) Ask(AutomationState state, string command)
    {
        var retry = new AutomationRetry(_score.ToString(), 1, _now.AddMinutes(1));
        return command switch
        {
            "Begin" => Of(AutomationDecisions.Begin(state, _score)),
            "Ask" => Of(AutomationDecisions.Ask(state, _score)),
            "Done" => Of(AutomationDecisions.Done(state, _score, _now)),
            "Drop" => Of(AutomationDecisions.Drop(state, _score, null)),
            "Drop/retry" => Of(AutomationDecisions.Drop(state, _score, retry)),
            "Fail" => Of(AutomationDecisions.Fail(state, retry)),
            "Wait/one" => Of(AutomationDecisions.Wait(state, [new AutomationWait(_score.ToString(), "the feed has no target yet")])),
            "Wait/none" => Of(AutomationDecisions.Wait(state, [])),
            _ => Of(AutomationDecisions.Configure(state, Command(command), _now)),
        };
    }

    private static ConfigureAutomation Command(string command)
    {
        var on = new ConfigureAutomation(NamedUuid.Account("operator"), true, Feed, null);
        return command switch
        {
            "Configure/on" => on,
            "Configure/on-other-feed" => on with { Feed = "/srv/feed" },
            "Configure/on-bad-feed" => on with { Feed = "nowhere" },
            "Configure/on-bad-prefix" => on with { Prefix = "../up" },
            "Configure/off" => on with { Enabled = false, Feed = string.Empty },
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A column has no command."),
        };
    }

    private static (AutomationState? Next, Refusal? Refusal, int Events) Of<TValue>(Decision<AutomationState, TValue> decision) =>
        (decision.Next, decision.Outcome.Refusal, decision.Events.Length);

    private static string Written(AutomationState state) => string.Join('+', ((string?[])
    [
        state.Enabled ? "on" : "off",
        state.Pending is null ? null : "pending",
        state.Asked.IsEmpty ? null : "asked",
        state.Waits.IsEmpty ? null : "waits",
        state.Retries.IsEmpty ? null : "retries",
    ]).OfType<string>());
}

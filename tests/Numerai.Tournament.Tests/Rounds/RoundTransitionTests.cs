using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Tests.Actors;

namespace Numerai.Tournament.Tests.Rounds;

/// <summary>
/// Every state of a round, times every command. A cell is the refusal's code; "=" for what is accepted and changes nothing; else phase,
/// step and, where it is not running, how the step stands. All are asked of the actor, whose later turns do not run.
/// </summary>
public sealed class RoundTransitionTests(ITestOutputHelper output)
{
    private const string None = "none";

    private static readonly TransitionTable _life = new("""
        state                Start           Close             Close/early       Resolve                      Cancel
        none                 round_not_found round_not_found   round_not_found   round_not_found              round_not_found
        scheduled            round_not_open  round_wrong_phase round_wrong_phase round_wrong_phase            Cancelled/Cancelling
        opening-due          Open            round_wrong_phase round_wrong_phase round_wrong_phase            Cancelled/Cancelling
        carrying-over        Open            round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        open                 =               round_still_open  Closed/Closing    round_wrong_phase            Cancelled/Cancelling
        closing-due          =               Closed/Closing    Closed/Closing    round_wrong_phase            Cancelled/Cancelling
        closing-early        =               =                 =                 round_at_work                Cancelled/Cancelling
        closing-early-sealed =               =                 =                 round_at_work                Cancelled/Cancelling
        sealing              =               =                 =                 round_at_work                Cancelled/Cancelling
        pin-waits            =               =                 =                 round_at_work                Cancelled/Cancelling
        pinning              =               =                 =                 round_at_work                Cancelled/Cancelling
        pinning-fails        =               =                 =                 round_at_work                Cancelled/Cancelling
        freezing             =               =                 =                 round_at_work                Cancelled/Cancelling
        meta-model           =               =                 =                 round_at_work                Cancelled/Cancelling
        naive-meta-model     =               =                 =                 round_at_work                Cancelled/Cancelling
        closing-publishes    =               =                 =                 round_at_work                Cancelled/Cancelling
        closed               =               =                 =                 round_not_fully_scored       Cancelled/Cancelling
        closed-day-1-due     =               =                 =                 round_not_fully_scored       Cancelled/Cancelling
        scoring-1            =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scoring-1-portfolio  =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scoring-1-compares   =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scoring-1-late       =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scoring-1-table      =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scoring-1-fails      =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scoring-1-publishes  =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scored-1             =               =                 =                 round_not_fully_scored       Cancelled/Cancelling
        scored-1-day-2-due   =               =                 =                 round_not_fully_scored       Cancelled/Cancelling
        scoring-2            =               round_at_work     round_at_work     round_at_work                Cancelled/Cancelling
        scored               =               =                 =                 Scoring/Settling             Cancelled/Cancelling
        entries              =               round_at_work     round_at_work     =                            Cancelled/Cancelling
        reserve-waits        =               round_at_work     round_at_work     =                            round_wrong_phase
        reserving            =               round_at_work     round_at_work     =                            round_wrong_phase
        reserve-fails        =               round_at_work     round_at_work     Scoring/Settling             round_wrong_phase
        reserve-refused      =               round_at_work     round_at_work     Scoring/Settling/AwaitsMoney round_wrong_phase
        reserve-waits-again  =               round_at_work     round_at_work     =                            round_wrong_phase
        given-up             =               =                 =                 Scoring/Settling/AwaitsMoney round_wrong_phase
        paying               =               round_at_work     round_at_work     =                            round_wrong_phase
        paying-older-row     =               round_at_work     round_at_work     =                            round_wrong_phase
        paying-taken-up      =               round_at_work     round_at_work     =                            round_wrong_phase
        books                =               round_at_work     round_at_work     =                            round_wrong_phase
        settling-publishes   =               =                 =                 =                            round_wrong_phase
        resolved             =               =                 =                 =                            round_wrong_phase
        cancelling           =               round_wrong_phase round_wrong_phase round_wrong_phase            =
        free-waits           =               round_wrong_phase round_wrong_phase round_wrong_phase            =
        freeing              =               round_wrong_phase round_wrong_phase round_wrong_phase            =
        cancelling-publishes =               round_wrong_phase round_wrong_phase round_wrong_phase            =
        cancelled            =               round_wrong_phase round_wrong_phase round_wrong_phase            =
        """);

    private static readonly TransitionTable _data = new("""
        state                Open/same         Open/other        PublishTarget/next      PublishTarget/first PublishTarget/first-other
        none                 dataset_not_found dataset_not_found round_not_found         round_not_found     round_not_found
        scheduled            =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        opening-due          Open              round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        carrying-over        Open              round_exists      round_at_work           round_at_work       round_at_work
        open                 =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        closing-due          =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        closing-early        =                 round_exists      round_at_work           round_at_work       round_at_work
        closing-early-sealed =                 round_exists      round_at_work           round_at_work       round_at_work
        sealing              =                 round_exists      round_at_work           round_at_work       round_at_work
        pin-waits            =                 round_exists      round_at_work           round_at_work       round_at_work
        pinning              =                 round_exists      round_at_work           round_at_work       round_at_work
        pinning-fails        =                 round_exists      round_at_work           round_at_work       round_at_work
        freezing             =                 round_exists      round_at_work           round_at_work       round_at_work
        meta-model           =                 round_exists      round_at_work           round_at_work       round_at_work
        naive-meta-model     =                 round_exists      round_at_work           round_at_work       round_at_work
        closing-publishes    =                 round_exists      round_at_work           round_at_work       round_at_work
        closed               =                 round_exists      target_not_due          target_not_due      target_not_due
        closed-day-1-due     =                 round_exists      Scoring/Scoring         Scoring/Scoring     Scoring/Scoring
        scoring-1            =                 round_exists      =                       =                   target_already_published
        scoring-1-portfolio  =                 round_exists      =                       =                   target_already_published
        scoring-1-compares   =                 round_exists      =                       =                   target_already_published
        scoring-1-late       =                 round_exists      =                       =                   target_already_published
        scoring-1-table      =                 round_exists      =                       =                   target_already_published
        scoring-1-fails      =                 round_exists      =                       =                   target_already_published
        scoring-1-publishes  =                 round_exists      round_at_work           =                   target_already_published
        scored-1             =                 round_exists      target_not_due          =                   target_already_published
        scored-1-day-2-due   =                 round_exists      Scoring/Scoring         =                   target_already_published
        scoring-2            =                 round_exists      =                       =                   target_already_published
        scored               =                 round_exists      target_day_out_of_order =                   target_already_published
        entries              =                 round_exists      round_at_work           =                   target_already_published
        reserve-waits        =                 round_exists      round_at_work           =                   target_already_published
        reserving            =                 round_exists      round_at_work           =                   target_already_published
        reserve-fails        =                 round_exists      round_at_work           =                   target_already_published
        reserve-refused      =                 round_exists      round_at_work           =                   target_already_published
        reserve-waits-again  =                 round_exists      round_at_work           =                   target_already_published
        given-up             =                 round_exists      target_day_out_of_order =                   target_already_published
        paying               =                 round_exists      round_at_work           =                   target_already_published
        paying-older-row     =                 round_exists      round_at_work           =                   target_already_published
        paying-taken-up      =                 round_exists      round_at_work           =                   target_already_published
        books                =                 round_exists      round_at_work           =                   target_already_published
        settling-publishes   =                 round_exists      round_wrong_phase       =                   target_already_published
        resolved             =                 round_exists      round_wrong_phase       =                   target_already_published
        cancelling           =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        free-waits           =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        freeing              =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        cancelling-publishes =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        cancelled            =                 round_exists      round_wrong_phase       round_wrong_phase   round_wrong_phase
        """);

    private static readonly TransitionTable _step = new("""
        state                Continue                     Abort              Go                   Go/late
        none                 round_not_found              round_not_found    round_not_found      round_not_found
        scheduled            =                            step_not_found     =                    =
        opening-due          =                            step_not_found     =                    =
        carrying-over        =                            Open               =                    =
        open                 =                            step_not_found     =                    =
        closing-due          =                            step_not_found     =                    =
        closing-early        =                            Open               =                    =
        closing-early-sealed =                            step_not_abortable =                    =
        sealing              =                            step_not_abortable =                    =
        pin-waits            =                            step_not_abortable Closed/Closing       =
        pinning              =                            step_not_abortable =                    =
        pinning-fails        Closed/Closing               step_not_abortable =                    =
        freezing             =                            step_not_abortable =                    =
        meta-model           =                            step_not_abortable =                    =
        naive-meta-model     =                            step_not_abortable =                    =
        closing-publishes    =                            step_not_abortable =                    =
        closed               =                            step_not_found     =                    =
        closed-day-1-due     =                            step_not_found     =                    =
        scoring-1            =                            step_not_abortable =                    =
        scoring-1-portfolio  =                            step_not_abortable =                    =
        scoring-1-compares   =                            step_not_abortable =                    =
        scoring-1-late       =                            step_not_abortable =                    =
        scoring-1-table      =                            step_not_abortable =                    =
        scoring-1-fails      Scoring/Scoring              step_not_abortable =                    =
        scoring-1-publishes  =                            step_not_abortable =                    =
        scored-1             =                            step_not_found     =                    =
        scored-1-day-2-due   =                            step_not_found     =                    =
        scoring-2            =                            step_not_abortable =                    =
        scored               =                            step_not_found     =                    =
        entries              =                            Scoring            =                    =
        reserve-waits        =                            Scoring            Scoring/Settling     =
        reserving            =                            step_not_abortable =                    =
        reserve-fails        Scoring/Settling             step_not_abortable =                    =
        reserve-refused      Scoring/Settling/AwaitsMoney Scoring            =                    =
        reserve-waits-again  =                            Scoring            Scoring/Settling     =
        given-up             =                            step_not_found     =                    =
        paying               =                            step_not_abortable =                    =
        paying-older-row     =                            step_not_abortable =                    =
        paying-taken-up      =                            step_not_abortable Scoring/Settling     =
        books                =                            step_not_abortable =                    =
        settling-publishes   =                            step_not_abortable =                    =
        resolved             =                            step_not_found     =                    =
        cancelling           =                            step_not_abortable =                    =
        free-waits           =                            step_not_abortable Cancelled/Cancelling =
        freeing              =                            step_not_abortable =                    =
        cancelling-publishes =                            step_not_abortable =                    =
        cancelled            =                            step_not_found     =                    =
        """);

    [Fact]
    public Task What_a_round_is_told_to_do_happens_where_it_may_and_is_refused_elsewhere() => _life.CheckAsync(TryAsync, output);

    [Fact]
    public Task Openings_and_targets_are_taken_where_they_may_be_and_repeats_are_known() => _data.CheckAsync(TryAsync, output);

    [Fact]
    public Task A_step_is_tried_again_given_up_and_given_the_lane_only_where_it_may_be() => _step.CheckAsync(TryAsync, output);

    [Fact]
    public void Every_command_state_phase_step_and_stage_has_its_place_in_the_tables()
    {
        TransitionTable.AssertHasEveryCommand(
            typeof(IRound),
            [nameof(IRound.GetAsync), nameof(IRound.StepAsync), nameof(IRound.WaitAsync), nameof(IRound.ProveAsync)],
            _life, _data, _step);
        Assert.All([_life, _data, _step], table => Assert.Equal([None, .. RoundRows.Names], table.States));
        var states = RoundRows.Names.Select(name => RoundRows.At(name).State).ToList();
        TransitionTable.AssertMeetsEvery(states.Select(state => (RoundPhase?)state.Phase));
        TransitionTable.AssertMeetsEvery(states.Select(state => (RoundStep?)state.Step));
        TransitionTable.AssertMeetsEvery(states.Select(state => state.Work?.Stage));
        TransitionTable.AssertMeetsEvery(states.Select(state => state.Work?.State));
    }

    [Theory]
    [InlineData("scoring-1", "ask again when that is done, or cancel the round.")]
    [InlineData("entries", "ask again when that is done, or cancel the round.")]
    [InlineData("paying", "is settling (0 of 1); ask again when that is done.")]
    public void Who_meets_a_step_is_told_to_cancel_the_round_only_where_that_can_be_done(string state, string words) =>
        Assert.Contains(words, RoundDecisions.AtWork(RoundRows.At(state).State).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("paying", "Round 8/1 is being settled and can't be cancelled.")]
    [InlineData("given-up", "Round 8/1 is scored, has published what it pays and can't be cancelled.")]
    [InlineData("resolved", "Round 8/1 is resolved and can't be cancelled.")]
    public void A_round_that_can_not_be_cancelled_says_how_it_stands(string state, string words) =>
        Assert.Equal(words, RoundDecisions.BeginCancelling(RoundRows.At(state).State, "why", RoundRows.Opens).Outcome.Refusal?.Message);

    private static async Task<string> TryAsync(string name, string command)
    {
        var (rows, state) = name == None ? (RoundRows.At("scheduled").Rows, null) : RoundRows.At(name);
        var row = new MemoryRow<RoundState>(state);
        var isSealed = name == "closing-early-sealed" || state is { Phase: not RoundPhase.Open, Work.Stage: not RoundStage.Seal };
        var actor = new RoundActor("8/1", row, TestServices.At(rows.Now, rows.Objects, isSealed));
        var ask = Command(actor, rows, state, command);

        var first = await ask();
        var (after, writes) = (row.State, row.Writes);
        var second = await ask();

        Assert.True(row.Writes == writes && ReferenceEquals(after, row.State), $"{name} {command}: asked twice it was done twice.");
        Assert.True(second.Accepted == first.Accepted || command == "Abort", $"{name} {command}: {second.Refusal}");
        Assert.True(first.Accepted || ReferenceEquals(state, after), $"{name} {command}: refused and done.");
        return first.Refusal?.Code ?? (ReferenceEquals(state, after) ? "=" : Written(after!));
    }

    private static Func<Task<Outcome<RoundView>>> Command(RoundActor actor, RoundRows rows, RoundState? state, string command)
    {
        var day = (state?.ScoredDay ?? 0) + 1;
        var open = new OpenRound(RoundRows.Settings, RoundRows.Calendar, "live", null, null, null);
        return command switch
        {
            "Open/same" => () => actor.OpenAsync(open),
            "Open/other" => () => actor.OpenAsync(open with { LiveDataset = "other" }),
            "Start" => actor.StartAsync,
            "Close" => () => actor.CloseAsync(early: false),
            "Close/early" => () => actor.CloseAsync(early: true),
            "PublishTarget/next" => () => actor.PublishTargetAsync(new PublishTarget(day, rows.TargetFile(day))),
            "PublishTarget/first" => () => actor.PublishTargetAsync(new PublishTarget(1, rows.TargetFile(1))),
            "PublishTarget/first-other" => () => actor.PublishTargetAsync(new PublishTarget(1, rows.TargetFile(1, other: true))),
            "Resolve" => actor.ResolveAsync,
            "Cancel" => () => actor.CancelAsync("why"),
            "Continue" => actor.ContinueAsync,
            "Abort" => () => actor.AbortAsync("why"),
            "Go" => () => actor.GoAsync(state?.Work?.Started ?? RoundRows.Opens, 7),
            "Go/late" => () => actor.GoAsync(state?.Work?.Started ?? RoundRows.Opens, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A column has no command."),
        };
    }

    private static string Written(RoundState state) => state.Step == RoundStep.None ? $"{state.Phase}"
        : state.Work is not { State: not RoundStepState.Running } work ? $"{state.Phase}/{state.Step}"
        : $"{state.Phase}/{state.Step}/{work.State}";
}

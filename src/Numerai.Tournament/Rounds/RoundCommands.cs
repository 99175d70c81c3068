using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Tournament.Rounds;

/// <summary>
/// Asks a round for something and waits until it is done. Waiting is made of short calls, so that none is lost to a time limit and a round
/// that moves to another silo is found there.
/// </summary>
public static class RoundCommands
{
    /// <summary>How long one call of the waiting lasts.</summary>
    private static readonly TimeSpan _slice = TimeSpan.FromSeconds(2);

    /// <summary>How often a step that fails is tried again where time stands still.</summary>
    private const int MostAttempts = 20;

    /// <summary>After how many failures in a row a caller whose time passes is told instead of waiting on.</summary>
    private const int EnoughFailures = 3;

    /// <summary>How soon a step that fails is looked at again.</summary>
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    /// <summary>Opens a tournament's next round and waits until what was queued is carried over.</summary>
    public static async Task<Outcome<RoundView>> OpenRoundAsync(
        this IActors actors, TournamentId tournament, OpenNextRound command, TimeSpan? patience = null)
    {
        var opened = await actors.Schedule(tournament).OpenRoundAsync(command);
        return opened.Accepted ? await actors.WaitForStepAsync(opened.Value.Id, opened, patience) : opened;
    }

    /// <summary>
    /// Asks a round for a step. Where another step is under way it waits for that first. The answer is the round when it is done, the
    /// refusal when the step is told no, and the round as it is, <see cref="RoundView.Working"/>, when patience is over.
    /// </summary>
    /// <param name="actors">The actors.</param>
    /// <param name="round">Which round.</param>
    /// <param name="command">What to ask; it may be asked again.</param>
    /// <param name="patience">Null waits to the end, and fails when the step fails again and again.</param>
    public static async Task<Outcome<RoundView>> FinishAsync(
        this IActors actors, RoundId round, Func<IRound, Task<Outcome<RoundView>>> command, TimeSpan? patience = null)
    {
        var actor = actors.Round(round);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var asked = await command(actor);
            if (asked.Accepted)
            {
                return await actors.WaitForStepAsync(round, asked, Left(patience, started));
            }

            if (asked.Refusal.Code != RefusalCodes.RoundAtWork || Left(patience, started) <= TimeSpan.Zero)
            {
                return asked;
            }

            var before = await actors.WaitForStepAsync(round, await actor.GetAsync(), Left(patience, started));
            if (!before.Accepted || before.Value.Working is not null)
            {
                return asked;
            }
        }
    }

    /// <summary>
    /// Waits until a round has come to rest: with nothing under way, or with a step that was refused or has failed once more.
    /// </summary>
    public static async Task<Outcome<RoundView>> RestAsync(this IActors actors, RoundId round) =>
        await actors.WaitAsync(round, await actors.Round(round).GetAsync(), null, attempts: 1);

    private static async Task<Outcome<RoundView>> WaitForStepAsync(
        this IActors actors, RoundId round, Outcome<RoundView> view, TimeSpan? patience)
    {
        var waited = await actors.WaitAsync(round, view, patience, MostAttempts);
        return waited switch
        {
            { Accepted: true, Value.Step: { State: RoundStepState.Refused, LastError: { } refusal } } => refusal,
            { Accepted: true, Value.Step: { State: RoundStepState.Failing } step } when patience is null =>
                throw new InvalidOperationException($"Round {round} has failed {step.Attempts} times: {step.LastError?.Message}"),
            _ => waited,
        };
    }

    /// <param name="actors">The actors.</param>
    /// <param name="round">Which round.</param>
    /// <param name="view">The round when the step was asked for.</param>
    /// <param name="patience">Null on hosts whose time stands still: what fails is then tried again at once.</param>
    /// <param name="attempts">How often, without patience.</param>
    private static async Task<Outcome<RoundView>> WaitAsync(
        this IActors actors, RoundId round, Outcome<RoundView> view, TimeSpan? patience, int attempts)
    {
        var started = TimeProvider.System.GetTimestamp();
        var asked = view.Value?.Step?.Started;
        while (view is { Accepted: true, Value.Working: not null })
        {
            if (view.Value.Step is { } step && (asked ??= step.Started) != step.Started)
            {
                // What was asked for is over; what is under way now is another's.
                return ((Outcome<RoundView>)(view.Value with { Working = null, Step = null })).After(view.Position);
            }

            var left = Left(patience, started);
            if (left <= TimeSpan.Zero || Stands(view.Value.Step, patience))
            {
                return view;
            }

            if (await actors.FailingAsync(view.Value, left) is { } failing)
            {
                if (patience is null && attempts-- <= 0)
                {
                    return view;
                }

                await actors.RetryAsync(failing, patience);
            }

            view = await actors.Round(round).WaitAsync(left < _slice ? left.Value : _slice);
        }

        return view;
    }

    /// <summary>Whether a step does not come on by being waited for.</summary>
    private static bool Stands(RoundStepView? step, TimeSpan? patience) => step switch
    {
        { State: RoundStepState.Refused } => true,
        { State: RoundStepState.Failing, Attempts: >= EnoughFailures } => patience is not null,
        _ => false,
    };

    /// <summary>
    /// Which round fails, this one or the one that it waits for; null when things come on. A round that waits for the lane is given it when
    /// it is its turn; else the one that has it is waited for.
    /// </summary>
    private static async Task<RoundId?> FailingAsync(this IActors actors, RoundView view, TimeSpan? left)
    {
        switch (view.Step?.State)
        {
            case RoundStepState.Failing:
                return view.Id;
            case RoundStepState.AwaitsMoney:
                var lane = (await actors.Schedule(view.Id.Tournament).ArrangeAsync()).Require();
                if (lane.Failing || lane.Holder is null)
                {
                    return lane.Holder ?? view.Id;
                }

                if (lane.Holder != view.Id)
                {
                    await actors.Round(lane.Holder.Value).WaitAsync(left < _slice ? left.Value : _slice);
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>Where time passes, a step that fails has its own time to try again, and is looked at meanwhile.</summary>
    private static async Task RetryAsync(this IActors actors, RoundId failing, TimeSpan? patience)
    {
        if (patience is null)
        {
            await actors.Round(failing).ContinueAsync();
            return;
        }

        await Task.Delay(_look, TimeProvider.System);
    }

    private static TimeSpan? Left(TimeSpan? patience, long started) =>
        patience is { } all ? all - TimeProvider.System.GetElapsedTime(started) : null;
}

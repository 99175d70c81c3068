using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Rounds;

/// <summary>
/// One round from opening to settlement. Key: round id, such as 8/123. What takes long is a step: the command that begins it answers as
/// soon as it is written down, with <see cref="RoundView.Step"/>, and the round does it in short turns of its own; to wait for it, see
/// <see cref="RoundCommands"/>. A command that a step under way stands against is refused with round_at_work.
/// </summary>
public interface IRound
{
    /// <summary>Makes the round: open when its opening time has come, else scheduled.</summary>
    Task<Outcome<RoundView>> OpenAsync(OpenRound command);

    [Interleaves]
    Task<Outcome<RoundView>> GetAsync();

    /// <summary>Opens a scheduled round whose time has come; does nothing to a round that is open or further on.</summary>
    Task<Outcome<RoundView>> StartAsync();

    /// <summary>
    /// Seals the round, snapshots stakes, builds the meta model. Before its closing time only with <paramref name="early"/>.
    /// </summary>
    Task<Outcome<RoundView>> CloseAsync(bool early);

    /// <summary>
    /// Scores every submission against a target; days are published in order, 1 first, each when it is due. Refused: target_not_due,
    /// target_of_another_day, target_day_out_of_order, target_already_published, invalid_target.
    /// </summary>
    Task<Outcome<RoundView>> PublishTargetAsync(PublishTarget command);

    /// <summary>Settles the round on the scores of the last day. Resumes where a crash left it.</summary>
    Task<Outcome<RoundView>> ResolveAsync();

    /// <summary>Ends the round before it is settled, whatever it is doing; every stake at risk is freed untouched.</summary>
    Task<Outcome<RoundView>> CancelAsync(string reason);

    /// <summary>Goes on now with a step that has failed, was refused, or sleeps; does nothing otherwise.</summary>
    Task<Outcome<RoundView>> ContinueAsync();

    /// <summary>
    /// Gives up the step under way, where nobody was pinned or paid yet and nothing has to be unsaid. Refused: step_not_found,
    /// step_not_abortable.
    /// </summary>
    Task<Outcome<RoundView>> AbortAsync(string reason);

    /// <summary>The schedule gives the tournament's lane to the step that began at this time.</summary>
    /// <param name="started">When the step began; to another one nothing is given.</param>
    /// <param name="number">Counts the givings; one that comes late, after a later one or again, gives nothing.</param>
    Task<Outcome<RoundView>> GoAsync(DateTimeOffset started, long number);

    /// <summary>The step under way; null when there is none.</summary>
    [Interleaves]
    Task<Outcome<RoundStepView?>> StepAsync();

    /// <summary>Answers when the step under way has ended, failed, been refused or waits for the lane, or when patience is over.</summary>
    [Interleaves]
    Task<Outcome<RoundView>> WaitAsync(TimeSpan patience);

    /// <summary>A model's settled leaf with its inclusion proof, once resolved.</summary>
    Task<Outcome<SettlementProof>> ProveAsync(ModelId model);
}

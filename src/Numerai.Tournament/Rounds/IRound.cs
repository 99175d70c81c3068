using Numerai.Tournament.Actors;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Settlement;

namespace Numerai.Tournament.Rounds;

/// <summary>One round from opening to settlement. Key: round id, such as 8/123.</summary>
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

    /// <summary>Ends the round before it resolves; every stake at risk is freed untouched.</summary>
    Task<Outcome<RoundView>> CancelAsync(string reason);

    /// <summary>Finishes a step that was begun and cut short; does nothing otherwise.</summary>
    Task<Outcome<RoundView>> ContinueAsync();

    /// <summary>A model's settled leaf with its inclusion proof, once resolved.</summary>
    Task<Outcome<SettlementProof>> ProveAsync(Identity.ModelId model);
}

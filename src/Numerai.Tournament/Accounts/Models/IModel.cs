using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Accounts.Models;

/// <summary>
/// One model of one participant; by its key, derived from tournament and name, also the claim on that name. Key: model id.
/// </summary>
public interface IModel
{
    /// <summary>Claims the name for its owner; the same owner again is answered alike.</summary>
    Task<Outcome<ModelView>> CreateAsync(ClaimModel command);

    [Interleaves]
    Task<Outcome<ModelView>> GetAsync();

    /// <summary>Remembers the latest accepted submission; older ones than what it holds change nothing.</summary>
    Task<Outcome<ModelView>> SubmittedAsync(LatestSubmission submission);
}

using Numerai.Tournament.Governance;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IProposal"/> as a grain.</summary>
[Alias("numerai.proposal")]
public interface IProposalGrain : IProposal, IOutboxGrain;

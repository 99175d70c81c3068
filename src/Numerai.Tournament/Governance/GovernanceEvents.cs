using Numerai.Contracts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Governance;

public sealed record ProposalMade(
    int Proposal, AccountId Author, string Title, DateTimeOffset VotingStarts, DateTimeOffset VotingEnds) : TournamentEvent;

public sealed record ProposalDecided(int Proposal, bool Succeeded, Nmr For, Nmr Against, Nmr Abstain) : TournamentEvent;

public sealed record ProposalQueued(int Proposal, DateTimeOffset ExecutableFrom) : TournamentEvent;

/// <param name="As">"author" or "guardian".</param>
public sealed record ProposalCancelled(int Proposal, AccountId By, string As, string Reason) : TournamentEvent;

public sealed record ProposalExecuted(int Proposal) : TournamentEvent;

/// <summary>One action of a proposal was carried out; a link of the chain of executions.</summary>
public sealed record ProposalActionExecuted(ExecutionRecord Record) : TournamentEvent;

public sealed record DelegateChanged(AccountId Account, AccountId? Delegate) : TournamentEvent;

/// <summary>New settings for rounds that open from now on.</summary>
/// <param name="Proposal">The proposal that changed them, or null for the operator.</param>
public sealed record SettingsChanged(TournamentSettings Settings, int? Proposal) : TournamentEvent;

public sealed record UploadsPaused(TournamentId Tournament, bool Paused, AccountId By, string Reason) : TournamentEvent;

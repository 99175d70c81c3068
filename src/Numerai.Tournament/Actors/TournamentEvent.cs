using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Numerai.Contracts;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Ledger.Commitments;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Actors;

/// <summary>
/// Something that has happened and that others may need to know. The discriminators are stored: they are added, never changed.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(AccountRegistered), "account_registered")]
[JsonDerivedType(typeof(ModelCreated), "model_created")]
[JsonDerivedType(typeof(LedgerEntryPosted), "ledger_entry_posted")]
[JsonDerivedType(typeof(StakeChanged), "stake_changed")]
[JsonDerivedType(typeof(HoldChanged), "hold_changed")]
[JsonDerivedType(typeof(PortfolioChanged), "portfolio_changed")]
[JsonDerivedType(typeof(RoundScheduled), "round_scheduled")]
[JsonDerivedType(typeof(RoundOpened), "round_opened")]
[JsonDerivedType(typeof(RoundClosed), "round_closed")]
[JsonDerivedType(typeof(ScoresPublished), "scores_published")]
[JsonDerivedType(typeof(RoundResolved), "round_resolved")]
[JsonDerivedType(typeof(RoundCancelled), "round_cancelled")]
[JsonDerivedType(typeof(RoundStepped), "round_stepped")]
[JsonDerivedType(typeof(ProposalMade), "proposal_made")]
[JsonDerivedType(typeof(ProposalDecided), "proposal_decided")]
[JsonDerivedType(typeof(ProposalQueued), "proposal_queued")]
[JsonDerivedType(typeof(ProposalCancelled), "proposal_cancelled")]
[JsonDerivedType(typeof(ProposalActionExecuted), "proposal_action_executed")]
[JsonDerivedType(typeof(ProposalExecuted), "proposal_executed")]
[JsonDerivedType(typeof(DelegateChanged), "delegate_changed")]
[JsonDerivedType(typeof(SettingsChanged), "settings_changed")]
[JsonDerivedType(typeof(UploadsPaused), "uploads_paused")]
[JsonDerivedType(typeof(AutomationChanged), "automation_changed")]
[JsonDerivedType(typeof(AutomationStepped), "automation_stepped")]
[JsonDerivedType(typeof(AutomationWaits), "automation_waits")]
[JsonDerivedType(typeof(AgreementChanged), "agreement_changed")]
[JsonDerivedType(typeof(FeedPosted), "feed_posted")]
[JsonDerivedType(typeof(FeedPostRevealed), "feed_post_revealed")]
[JsonDerivedType(typeof(RoundCommitted), "round_committed")]
[JsonDerivedType(typeof(LedgerCheckpointed), "ledger_checkpointed")]
[JsonDerivedType(typeof(AlertRaised), "alert_raised")]
[JsonDerivedType(typeof(AlertCleared), "alert_cleared")]
public abstract record TournamentEvent;

public sealed record AccountRegistered(AccountId Account, string Username) : TournamentEvent;

public sealed record ModelCreated(ModelId Model, TournamentId Tournament, string Name, AccountId Owner, string Username) : TournamentEvent;

public sealed record LedgerEntryPosted(LedgerEntry Entry) : TournamentEvent;

/// <summary>A model's stake as it stands after a change.</summary>
public sealed record StakeChanged(ModelId Model, Nmr Active, Nmr Pending) : TournamentEvent;

/// <summary>A hold was placed, released, or ended by itself. Everybody hears of it, so the reason is not in it.</summary>
public sealed record HoldChanged(AccountId Account, string Hold, bool InForce, bool WholeAccount, Nmr Amount) : TournamentEvent;

/// <summary>A portfolio got weights; none when it ended. How they move its stakes is said by <see cref="StakeChanged"/>.</summary>
public sealed record PortfolioChanged(
    AccountId Account, TournamentId Tournament, ImmutableArray<Accounts.PortfolioWeight> Weights) : TournamentEvent;

/// <summary>A round whose opening time lies ahead.</summary>
public sealed record RoundScheduled(RoundId Round, DateTimeOffset Opens, DateTimeOffset Closes, DateTimeOffset Resolves) : TournamentEvent;

public sealed record RoundOpened(RoundId Round, DateTimeOffset Opens, DateTimeOffset Closes, DateTimeOffset Resolves) : TournamentEvent;

public sealed record RoundClosed(
    RoundId Round, int Submissions, Nmr AtRisk, decimal PayoutFactor, ObjectReference Manifest) : TournamentEvent;

public sealed record ScoresPublished(RoundId Round, int Day, ObjectReference Table) : TournamentEvent;

public sealed record RoundResolved(RoundId Round, string MerkleRoot, Nmr Paid, Nmr Burned, ObjectReference Entries) : TournamentEvent;

public sealed record RoundCancelled(RoundId Round, string Reason) : TournamentEvent;

/// <summary>A step of a round has begun, stands still, is done, or was given up. Said at these points alone, not of every slice.</summary>
/// <param name="Day">The scoring day; null for other steps.</param>
/// <param name="Reason">Why it was given up or stands still.</param>
public sealed record RoundStepped(
    RoundId Round, RoundStep Step, int? Day, RoundStepPoint Point, string? Reason = null) : TournamentEvent;

/// <summary>A round has bound itself to a document.</summary>
public sealed record RoundCommitted(Commitment Commitment) : TournamentEvent;

public sealed record LedgerCheckpointed(LedgerCheckpoint Checkpoint) : TournamentEvent;

/// <summary>Books that should say the same do not; see docs/reconciliation.md.</summary>
public sealed record AlertRaised(string Code, string Subject, string Message) : TournamentEvent;

/// <summary>An alert that a later look no longer found.</summary>
public sealed record AlertCleared(string Code, string Subject) : TournamentEvent;

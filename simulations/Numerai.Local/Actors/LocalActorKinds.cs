using System.Collections.Frozen;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Accounts.Transfers;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Agreements.Escrows;
using Numerai.Tournament.Agreements.Feeds;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ledger.Checkpoints;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Treasury;
using Numerai.Tournament.Universes;

namespace Numerai.Local.Actors;

/// <summary>How the actors of the tournament are brought to life in this process.</summary>
internal static class LocalActorKinds
{
    /// <summary>By name.</summary>
    public static FrozenDictionary<string, ActorKind> All { get; } = new[]
    {
        ActorKind.Stored<IParticipant, ParticipantActor, ParticipantState>(
            ActorKinds.Participant, (key, storage, services) => new ParticipantActor(key, storage, services)),
        ActorKind.Stored<IBookedTransfer, BookedTransferActor, BookedTransfer>(
            ActorKinds.BookedTransfer, (key, storage, services) => new BookedTransferActor(key, storage, services)),
        ActorKind.Stored<IModel, ModelActor, ModelState>(
            ActorKinds.Model, (key, storage, services) => new ModelActor(key, storage, services)),
        ActorKind.Stored<IRound, RoundActor, RoundState>(
            ActorKinds.Round, (key, storage, services) => new RoundActor(key, storage, services)),
        ActorKind.Computing<IScoringShard, ScoringShardActor>(
            ActorKinds.ScoringShard, (key, services) => new ScoringShardActor(key, services)),
        ActorKind.Stored<ITreasury, TreasuryActor, TreasuryState>(
            ActorKinds.Treasury, (key, storage, services) => new TreasuryActor(key, storage, services)),
        ActorKind.Stored<ISchedule, ScheduleActor, ScheduleState>(
            ActorKinds.Schedule, (key, storage, services) => new ScheduleActor(key, storage, services)),
        ActorKind.Stored<ILedgerCheckpoints, LedgerCheckpointsActor, LedgerCheckpointsState>(
            ActorKinds.LedgerCheckpoints, (key, storage, services) => new LedgerCheckpointsActor(key, storage, services)),
        ActorKind.Stored<IAutomation, AutomationActor, AutomationState>(
            ActorKinds.Automation, (key, storage, services) => new AutomationActor(key, storage, services)),
        ActorKind.Stored<IGovernance, GovernanceActor, GovernanceState>(
            ActorKinds.Governance, (key, storage, services) => new GovernanceActor(key, storage, services)),
        ActorKind.Stored<IProposal, ProposalActor, ProposalState>(
            ActorKinds.Proposal, (key, storage, services) => new ProposalActor(key, storage, services)),
        ActorKind.Stored<IAgreement, AgreementActor, AgreementState>(
            ActorKinds.Agreement, (key, storage, services) => new AgreementActor(key, storage, services)),
        ActorKind.Stored<IEscrow, EscrowActor, EscrowState>(
            ActorKinds.Escrow, (key, storage, services) => new EscrowActor(key, storage, services)),
        ActorKind.Stored<IFeed, FeedActor, FeedState>(
            ActorKinds.Feed, (key, storage, services) => new FeedActor(key, storage, services)),
        ActorKind.Stored<IUniverse, UniverseActor, UniverseState>(
            ActorKinds.Universe, (key, storage, services) => new UniverseActor(key, storage, services)),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);
}

using Numerai.Tournament.Accounts;
using Numerai.Tournament.Accounts.Models;
using Numerai.Tournament.Accounts.Transfers;
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

/// <summary>The actors of the tournament. The names are stored: they are added, never changed.</summary>
internal static class ActorKinds
{
    public static ActorKind Participant { get; } = ActorKind.Stored<IParticipant, Participant, ParticipantState>(
        "participant", (key, storage, services) => new ParticipantActor(key, storage, services));

    public static ActorKind BookedTransfer { get; } = ActorKind.Stored<IBookedTransfer, BookedTransferActor, BookedTransfer>(
        "booked-transfer", (key, storage, services) => new BookedTransferActor(key, storage, services));

    public static ActorKind Model { get; } = ActorKind.Stored<IModel, Model, ModelState>(
        "model", (key, storage, services) => new ModelActor(key, storage, services));

    public static ActorKind Round { get; } = ActorKind.Stored<IRound, Round, RoundState>(
        "round", (key, storage, services) => new RoundActor(key, storage, services));

    public static ActorKind ScoringShard { get; } = ActorKind.Computing<IScoringShard, ScoringShard>(
        "scoring-shard", (key, services) => new ScoringShardActor(key, services));

    public static ActorKind Treasury { get; } = ActorKind.Stored<ITreasury, TreasuryActor, TreasuryState>(
        "treasury", (key, storage, services) => new TreasuryActor(key, storage, services));

    public static ActorKind Schedule { get; } = ActorKind.Stored<ISchedule, ScheduleActor, ScheduleState>(
        "schedule", (key, storage, services) => new ScheduleActor(key, storage, services));

    public static ActorKind LedgerCheckpoints { get; } = ActorKind.Stored<ILedgerCheckpoints, LedgerCheckpointsActor,
    LedgerCheckpointsState>(
        "ledger-checkpoints", (key, storage, services) => new LedgerCheckpointsActor(key, storage, services));

    public static ActorKind Automation { get; } = ActorKind.Stored<IAutomation, AutomationActor, AutomationState>(
        "automation", (key, storage, services) => new AutomationActor(key, storage, services));

    public static ActorKind Governance { get; } = ActorKind.Stored<IGovernance, GovernanceActor, GovernanceState>(
        "governance", (key, storage, services) => new GovernanceActor(key, storage, services));

    public static ActorKind Proposal { get; } = ActorKind.Stored<IProposal, ProposalActor, ProposalState>(
        "proposal", (key, storage, services) => new ProposalActor(key, storage, services));

    public static ActorKind Agreement { get; } = ActorKind.Stored<IAgreement, AgreementActor, AgreementState>(
        "agreement", (key, storage, services) => new AgreementActor(key, storage, services));

    public static ActorKind Escrow { get; } = ActorKind.Stored<IEscrow, EscrowActor, EscrowState>(
        "escrow", (key, storage, services) => new EscrowActor(key, storage, services));

    public static ActorKind Feed { get; } = ActorKind.Stored<IFeed, FeedActor, FeedState>(
        "feed", (key, storage, services) => new FeedActor(key, storage, services));

    public static ActorKind Universe { get; } = ActorKind.Stored<IUniverse, UniverseActor, UniverseState>(
        "universe", (key, storage, services) => new UniverseActor(key, storage, services));

    /// <summary>The kinds that have rows, by name.</summary>
    public static IReadOnlyDictionary<string, ActorKind> Stored { get; } =
        new[] { Participant, Model, Round, Treasury, Schedule, Automation, Governance, Proposal, Agreement, Escrow, Feed, LedgerCheckpoints,
            Universe, BookedTransfer }
            .ToDictionary(kind => kind.Name, StringComparer.Ordinal);
}

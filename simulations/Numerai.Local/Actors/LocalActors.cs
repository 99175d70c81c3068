using Numerai.Contracts;
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

/// <summary>References to the tournament's actors in this process.</summary>
internal sealed class LocalActors(ActorRuntime runtime) : IActors
{
    public IParticipant Participant(AccountId account) => runtime.Reference<IParticipant>(ActorKinds.Participant, account.ToString());

    public IBookedTransfer BookedTransfer(AccountId account, string transfer) =>
        runtime.Reference<IBookedTransfer>(ActorKinds.BookedTransfer, $"{account}/{transfer}");

    public IModel Model(ModelId model) => runtime.Reference<IModel>(ActorKinds.Model, model.ToString());

    public IRound Round(RoundId round) => runtime.Reference<IRound>(ActorKinds.Round, round.ToString());

    public IScoringShard ScoringShard(string key) => runtime.Reference<IScoringShard>(ActorKinds.ScoringShard, key);

    public ITreasury Treasury() => runtime.Reference<ITreasury>(ActorKinds.Treasury, "treasury");

    public ILedgerCheckpoints LedgerCheckpoints() => runtime.Reference<ILedgerCheckpoints>(ActorKinds.LedgerCheckpoints, "ledger");

    public ISchedule Schedule(TournamentId tournament) => runtime.Reference<ISchedule>(ActorKinds.Schedule, tournament.ToString());

    public IAutomation Automation(TournamentId tournament) => runtime.Reference<IAutomation>(ActorKinds.Automation, tournament.ToString());

    public IGovernance Governance() => runtime.Reference<IGovernance>(ActorKinds.Governance, "governance");

    public IProposal Proposal(int number) => runtime.Reference<IProposal>(ActorKinds.Proposal, number.ToString());

    public IAgreement Agreement(AgreementId agreement) => runtime.Reference<IAgreement>(ActorKinds.Agreement, agreement.ToString());

    public IEscrow Escrow(AgreementId escrow) => runtime.Reference<IEscrow>(ActorKinds.Escrow, escrow.ToString());

    public IFeed Feed(AgreementId feed) => runtime.Reference<IFeed>(ActorKinds.Feed, feed.ToString());

    public IUniverse Universe(UniverseId universe) => runtime.Reference<IUniverse>(ActorKinds.Universe, universe.ToString());
}

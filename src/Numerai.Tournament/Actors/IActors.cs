using Numerai.Contracts;
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

namespace Numerai.Tournament.Actors;

/// <summary>
/// References to actors by key: the one list of kinds, of what each is asked through and of how its key is written. Getting one is free and
/// always succeeds; whether the actor holds anything shows when it is asked.
/// </summary>
public interface IActors
{
    /// <summary>What a host has to do: hand out a reference.</summary>
    /// <typeparam name="TActor">The interface that the kind is asked through.</typeparam>
    /// <param name="kind">One of <see cref="ActorKinds"/>.</param>
    /// <param name="key">Which of its kind.</param>
    TActor Get<TActor>(string kind, string key)
        where TActor : class;

    IParticipant Participant(AccountId account) => Get<IParticipant>(ActorKinds.Participant, account.ToString());

    /// <param name="account">The account that booked it.</param>
    /// <param name="transfer">What its row calls it, such as "deposit/ID" or "agreement/ID".</param>
    IBookedTransfer BookedTransfer(AccountId account, string transfer) =>
        Get<IBookedTransfer>(ActorKinds.BookedTransfer, $"{account}/{transfer}");

    IModel Model(ModelId model) => Get<IModel>(ActorKinds.Model, model.ToString());

    IRound Round(RoundId round) => Get<IRound>(ActorKinds.Round, round.ToString());

    /// <summary>Key: ROUND/SHARD, such as 8/123/0; late submissions are scored by shards of their own, 8/123/late-0.</summary>
    IScoringShard ScoringShard(string key) => Get<IScoringShard>(ActorKinds.ScoringShard, key);

    ITreasury Treasury() => Get<ITreasury>(ActorKinds.Treasury, "treasury");

    /// <summary>The one actor that seals the books.</summary>
    ILedgerCheckpoints LedgerCheckpoints() => Get<ILedgerCheckpoints>(ActorKinds.LedgerCheckpoints, "ledger");

    ISchedule Schedule(TournamentId tournament) => Get<ISchedule>(ActorKinds.Schedule, tournament.ToString());

    IAutomation Automation(TournamentId tournament) => Get<IAutomation>(ActorKinds.Automation, tournament.ToString());

    IGovernance Governance() => Get<IGovernance>(ActorKinds.Governance, "governance");

    IProposal Proposal(int number) => Get<IProposal>(ActorKinds.Proposal, number.ToString());

    IAgreement Agreement(AgreementId agreement) => Get<IAgreement>(ActorKinds.Agreement, agreement.ToString());

    IEscrow Escrow(AgreementId escrow) => Get<IEscrow>(ActorKinds.Escrow, escrow.ToString());

    IFeed Feed(AgreementId feed) => Get<IFeed>(ActorKinds.Feed, feed.ToString());

    IUniverse Universe(UniverseId universe) => Get<IUniverse>(ActorKinds.Universe, universe.ToString());
}

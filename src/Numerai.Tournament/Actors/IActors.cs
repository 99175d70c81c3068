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
/// References to actors by key. Getting one is free and always succeeds; whether the actor holds anything shows when it is asked.
/// </summary>
public interface IActors
{
    IParticipant Participant(AccountId account);

    /// <param name="account">The account that booked it.</param>
    /// <param name="transfer">What its row calls it, such as "deposit/ID" or "agreement/ID".</param>
    IBookedTransfer BookedTransfer(AccountId account, string transfer);

    IModel Model(ModelId model);

    IRound Round(RoundId round);

    /// <summary>Key: ROUND/SHARD, such as 8/123/0; late submissions are scored by shards of their own, 8/123/late-0.</summary>
    IScoringShard ScoringShard(string key);

    ITreasury Treasury();

    /// <summary>The one actor that seals the books.</summary>
    ILedgerCheckpoints LedgerCheckpoints();

    ISchedule Schedule(TournamentId tournament);

    IAutomation Automation(TournamentId tournament);

    IGovernance Governance();

    IProposal Proposal(int number);

    IAgreement Agreement(AgreementId agreement);

    IEscrow Escrow(AgreementId escrow);

    IFeed Feed(AgreementId feed);

    IUniverse Universe(UniverseId universe);
}

using Numerai.Tournament.Agreements;
using Numerai.Tournament.Automation;
using Numerai.Tournament.Checkpoints;
using Numerai.Tournament.Escrows;
using Numerai.Tournament.Feeds;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Models;
using Numerai.Tournament.Participants;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Schedule;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Transfers;
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

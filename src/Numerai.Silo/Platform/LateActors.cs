using Numerai.Tournament.Actors;
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
using Numerai.Tournament.Treasury;
using Numerai.Tournament.Universes;

namespace Numerai.Silo.Platform;

/// <summary>Stands for actors that there are only once the silo is built, for what is put together before.</summary>
internal sealed class LateActors : IActors
{
    public IActors? Actors { get; set; }

    private IActors Known => Actors ?? throw new InvalidOperationException("The silo is not built yet, so there are no actors to call.");

    public IParticipant Participant(AccountId account) => Known.Participant(account);

    public IModel Model(ModelId model) => Known.Model(model);

    public IRound Round(RoundId round) => Known.Round(round);

    public IScoringShard ScoringShard(string key) => Known.ScoringShard(key);

    public ITreasury Treasury() => Known.Treasury();

    public ILedgerCheckpoints LedgerCheckpoints() => Known.LedgerCheckpoints();

    public ISchedule Schedule(TournamentId tournament) => Known.Schedule(tournament);

    public IAutomation Automation(TournamentId tournament) => Known.Automation(tournament);

    public IGovernance Governance() => Known.Governance();

    public IProposal Proposal(int number) => Known.Proposal(number);

    public IAgreement Agreement(AgreementId agreement) => Known.Agreement(agreement);

    public IEscrow Escrow(AgreementId escrow) => Known.Escrow(escrow);

    public IFeed Feed(AgreementId feed) => Known.Feed(feed);

    public IUniverse Universe(UniverseId universe) => Known.Universe(universe);
}

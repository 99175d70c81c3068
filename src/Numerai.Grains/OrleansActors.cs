using Numerai.Contracts;
using Numerai.Grains.Actors;
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
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Schedule;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Treasury;
using Numerai.Tournament.Universes;

namespace Numerai.Grains;

/// <summary>Actors as grain references.</summary>
public sealed class OrleansActors(IGrainFactory grains) : IActors, IOutboxes
{
    public IParticipant Participant(AccountId account) => grains.GetGrain<IParticipantGrain>(account.ToString());

    public IBookedTransfer BookedTransfer(AccountId account, string transfer) =>
        grains.GetGrain<IBookedTransferGrain>($"{account}/{transfer}");

    public IModel Model(ModelId model) => grains.GetGrain<IModelGrain>(model.ToString());

    public IRound Round(RoundId round) => grains.GetGrain<IRoundGrain>(round.ToString());

    public IScoringShard ScoringShard(string key) => grains.GetGrain<IScoringShardGrain>(key);

    public ITreasury Treasury() => grains.GetGrain<ITreasuryGrain>(ActorKinds.TreasuryKey);

    public ILedgerCheckpoints LedgerCheckpoints() => grains.GetGrain<ILedgerCheckpointsGrain>(ActorKinds.LedgerKey);

    public ISchedule Schedule(TournamentId tournament) => grains.GetGrain<IScheduleGrain>(tournament.ToString());

    public IAutomation Automation(TournamentId tournament) => grains.GetGrain<IAutomationGrain>(tournament.ToString());

    public IGovernance Governance() => grains.GetGrain<IGovernanceGrain>(ActorKinds.GovernanceKey);

    public IProposal Proposal(int number) => grains.GetGrain<IProposalGrain>(number.ToString());

    public IAgreement Agreement(AgreementId agreement) => grains.GetGrain<IAgreementGrain>(agreement.ToString());

    public IEscrow Escrow(AgreementId escrow) => grains.GetGrain<IEscrowGrain>(escrow.ToString());

    public IFeed Feed(AgreementId feed) => grains.GetGrain<IFeedGrain>(feed.ToString());

    public IUniverse Universe(UniverseId universe) => grains.GetGrain<IUniverseGrain>(universe.ToString());

    /// <inheritdoc/>
    public Task PublishPendingAsync(string source)
    {
        var separator = source.IndexOf('/', StringComparison.Ordinal);
        return grains.GetGrain<IOutboxGrain>(GrainId.Create(source[..separator], source[(separator + 1)..])).PublishPendingAsync();
    }
}

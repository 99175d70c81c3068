using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Governance;

/// <summary>The actor behind <see cref="IGovernance"/>; carrying out is in a file of its own.</summary>
public partial class GovernanceActor(string key, IActorStorage<Persisted<GovernanceState>> storage, ActorServices services)
    : Actor<GovernanceState>(ActorKinds.Governance, key, storage, services), IGovernance
{
    /// <summary>How far a chain of delegates is followed; a longer one is refused.</summary>
    private const int LongestDelegation = 32;

    private GovernanceState Current => State ?? GovernanceState.Initial;

    public Task<Outcome<GovernanceView>> GetAsync() => Task.FromResult<Outcome<GovernanceView>>(Current.View(Now));

    public async Task<Outcome<ProposalView>> ProposeAsync(Propose command)
    {
        if (CommandIdRule.Check(command.CommandId) is { } invalid)
        {
            return invalid;
        }

        await FinishAsync();
        if (Current.Recent.FindLast(recent => recent.Author == command.Author && recent.CommandId == command.CommandId) is { } made)
        {
            return await Services.Actors.Proposal(made.Number).GetAsync();
        }

        if (await ProposalCheck.ProposalAsync(Services.Actors, Current, command, Now) is { } refusal)
        {
            return refusal;
        }

        await DecideAsync<ProposalDraft>((_, now) => GovernanceDecisions.Draft(Current, command, now));
        var number = Current.Draft!.Number;
        await FinishDraftAsync();
        return await Services.Actors.Proposal(number).GetAsync();
    }

    public async Task<Outcome<AccountId?>> DelegateAsync(DelegateVotes command)
    {
        if (await CircleAsync(command) is { } refusal)
        {
            return refusal;
        }

        return await Services.Actors.Participant(command.Account).SetDelegateAsync(command.To);
    }

    public Task<Outcome<GovernanceView>> PauseUploadsAsync(PauseUploads command) =>
        DecideAsync<GovernanceView>((_, now) => GovernanceDecisions.Pause(Current, command, now));

    public async Task<Outcome<GovernanceView>> ContinueAsync()
    {
        await FinishAsync();
        return Current.View(Now);
    }

    /// <summary>
    /// Follows the delegate's own delegations. Only one delegation is decided at a time, so no two can close a circle together.
    /// </summary>
    private async Task<Refusal?> CircleAsync(DelegateVotes command)
    {
        var hop = command.To;
        for (var length = 0; hop is { } delegated; length++)
        {
            if (delegated == command.Account)
            {
                return new Refusal(
                    RefusalCodes.DelegationCircle,
                    length == 0
                        ? "An account does not delegate to itself; take the delegation back instead."
                        : "The delegate has delegated, directly or over others, to this account; that would be a circle.");
            }

            var account = await Services.Actors.Participant(delegated).GetAsync();
            if (!account.Accepted)
            {
                return account.Refusal;
            }

            hop = account.Value.Delegate;
            if (length >= LongestDelegation)
            {
                return new Refusal(
                    RefusalCodes.DelegationCircle,
                    $"More than {LongestDelegation} accounts have delegated in a row from there; choose another delegate.");
            }
        }

        return null;
    }

    private async Task FinishAsync()
    {
        await FinishDraftAsync();
        await FinishExecutionAsync();
    }

    /// <summary>Reads what is left of the snapshot, page by page, and makes the proposal.</summary>
    private async Task FinishDraftAsync()
    {
        if (Current.Draft is null)
        {
            return;
        }

        var snapshots = new PowerSnapshots(Services);
        while (Current.Draft is { } reading && !PowerSnapshots.IsComplete(reading))
        {
            if (Now - reading.Instant > PowerHistory.Memory / 2)
            {
                await DecideAsync<ProposalDraft>((_, now) => GovernanceDecisions.Renew(Current, now));
                continue;
            }

            var read = await snapshots.ReadAsync(reading);
            await DecideAsync<ProposalDraft>((_, _) => GovernanceDecisions.Read(Current, read));
        }

        var draft = Current.Draft!;
        var powers = await snapshots.MergeAsync(draft);
        var snapshot = await Services.Objects.PutByContentAsync($"governance/snapshots/{draft.Number}", ".csv", PowerTable.Write(powers));
        var open = new OpenProposal(draft.Number, draft.Proposal, Current.Rules, draft.Proposed, snapshot, PowerTable.Supply(powers));
        (await Services.Actors.Proposal(draft.Number).OpenAsync(open)).Require();
        await DecideAsync<int>((_, _) => GovernanceDecisions.Opened(Current));
    }
}

using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Tournament.Governance;

/// <content>Executing: everything is checked and grants are set aside first, then the actions are done in order.</content>
public partial class GovernanceActor
{
    public async Task<Outcome<ProposalView>> ExecuteAsync(int proposal)
    {
        await FinishAsync();
        var begun = await Services.Actors.Proposal(proposal).BeginExecutionAsync();
        if (!begun.Accepted)
        {
            return begun.Refusal;
        }

        await DecideAsync<int>((_, _) => GovernanceDecisions.BeginExecution(Current, proposal, begun.Value.Actions));
        return await FinishExecutionAsync() is { } refusal ? refusal : await Services.Actors.Proposal(proposal).GetAsync();
    }

    /// <summary>A refusal means that nothing was done and the proposal is back in its queue.</summary>
    private async Task<Refusal?> FinishExecutionAsync()
    {
        if (Current.Execution is not { } execution)
        {
            return null;
        }

        if (!execution.Checked)
        {
            if (await CheckAsync(execution) is { } refusal)
            {
                await Services.Actors.Proposal(execution.Number).AbortExecutionAsync();
                await DecideAsync<int>((_, _) => GovernanceDecisions.EndExecution(Current));
                return refusal;
            }

            await DecideAsync<int>((_, _) => GovernanceDecisions.Checked(Current));
        }

        for (var index = Current.Execution!.Next; index < execution.Actions.Length; index++)
        {
            var action = execution.Actions[index];
            var outcome = await DoAsync(execution.Number, index, action);
            await DecideAsync<ExecutionRecord>((_, now) => GovernanceDecisions.Executed(Current, action, outcome, now));
        }

        (await Services.Actors.Treasury().CloseGrantsAsync(execution.Number)).Require();
        (await Services.Actors.Proposal(execution.Number).EndExecutionAsync(Current.Execution.Records)).Require();
        await DecideAsync<int>((_, _) => GovernanceDecisions.EndExecution(Current));
        return null;
    }

    private async Task<Refusal?> CheckAsync(ProposalExecution execution)
    {
        if (await ProposalCheck.ActionsAsync(Services.Actors, execution.Actions) is { } refusal)
        {
            return refusal;
        }

        var grants = execution.Actions.OfType<GrantFundsAction>().Aggregate(Nmr.Zero, (sum, grant) => sum + grant.Amount);
        return grants.IsZero ? null : (await Services.Actors.Treasury().ReserveGrantsAsync(execution.Number, grants)).Refusal;
    }

    /// <summary>Does an action elsewhere; doing it again changes nothing. What it changes here is done when it is noted.</summary>
    private async Task<string> DoAsync(int proposal, int index, ProposalAction action)
    {
        var refusal = action switch
        {
            ChangeSettingsAction change => (await Services.Actors.Schedule(change.Tournament).ApplyPatchAsync(
                new ApplySettingsPatch(proposal, index, change.Patch))).Refusal,
            GrantFundsAction grant => (await Services.Actors.Participant(grant.Account).TransferAsync(
                new WalletTransfer(
                    $"proposal/{proposal}", index + 1, LedgerReason.Grant, LedgerAccounts.Treasury, true, grant.Amount))).Refusal,
            _ => null,
        };

        // Everything was checked a moment ago, so this is an operator's change of settings in that moment; it is noted with its reason.
        return refusal is null ? ExecutionRecord.Done : $"{refusal.Code}: {refusal.Message}";
    }
}

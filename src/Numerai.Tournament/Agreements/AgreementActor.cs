using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Agreements;

/// <summary>The actor behind <see cref="IAgreement"/>.</summary>
public class AgreementActor(string key, IActorStorage<Persisted<AgreementState>> storage, ActorServices services)
    : Actor<AgreementState>(ActorKinds.Agreement, key, storage, services), IAgreement
{
    private AgreementId Id => new(Guid.ParseExact(Key, "D"));

    /// <summary>A command that a crash cut short is finished before anything else happens here.</summary>
    public override async Task ActivateAsync()
    {
        await base.ActivateAsync();
        await FinishAsync();
    }

    public async Task<Outcome<AgreementView>> CreateAsync(CreateAgreement command) =>
        await KnownParties.CheckAsync(Services.Actors, command.Terms.Staker, command.Terms.Counterparty) is { } unknown
            ? unknown
            : await DecideNotedAsync<AgreementView>((state, now) => AgreementDecisions.Create(state, Id, command, now));

    public Task<Outcome<AgreementView>> FundAsync(FundAgreement command) =>
        DecideNotedAsync<AgreementView>((state, now) => AgreementDecisions.Fund(state, Id, command, now));

    public Task<Outcome<AgreementView>> GetAsync() => Task.FromResult(Answer());

    public async Task<Outcome<AgreementView>> ActAsync(AgreementCommand command)
    {
        if (CommandIdRule.Check(command.CommandId) is { } invalid)
        {
            return invalid;
        }

        await FinishAsync();
        if (State is not { } state)
        {
            return AgreementRules.NotFound(Key);
        }

        if (state.Answered.FindLast(earlier => earlier.CommandId == command.CommandId && earlier.Caller == command.Caller) is { } answered)
        {
            return answered == command ? Answer() : CommandIdRule.Reused(command.CommandId);
        }

        var begun = await DecideNotedAsync<PendingAgreementCommand>((current, now) => AgreementDecisions.Begin(current!, command, now));
        return begun.Accepted ? await FinishAsync() : begun.Refusal;
    }

    public async Task<Outcome<AgreementView>> ContinueAsync()
    {
        await FinishAsync();
        return Answer();
    }

    public Task<Outcome<AccountPower>> PowerAsync(DateTimeOffset from, DateTimeOffset to) => Task.FromResult<Outcome<AccountPower>>(
        State is { } state
            ? new AccountPower(state.Terms.Staker, state.PastPower.Lowest(state.Power, from, to), null)
            : AgreementRules.NotFound(Key));

    /// <summary>Makes the transfer of the pending command and completes it. The wallet books a repeated transfer once.</summary>
    private async Task<Outcome<AgreementView>> FinishAsync()
    {
        if (State?.Pending is not { } pending)
        {
            return Answer();
        }

        if (pending.Transfer is { } transfer)
        {
            var moved = await Services.Actors.Participant(pending.Account).TransferAsync(transfer);
            if (!moved.Accepted)
            {
                await DecideNotedAsync<AgreementView>((state, now) => AgreementDecisions.Drop(state!, now));
                return moved.Refusal;
            }
        }

        return await DecideNotedAsync<AgreementView>((state, now) => AgreementDecisions.Complete(state!, now));
    }

    private Outcome<AgreementView> Answer() =>
        At<AgreementView>(State is { } state ? state.View(Now) : AgreementRules.NotFound(Key));

    /// <summary>Whatever changes what counts is noted for snapshots of voting power.</summary>
    private Task<Outcome<T>> DecideNotedAsync<T>(Func<AgreementState?, DateTimeOffset, Decision<AgreementState, T>> decide) =>
        DecideAsync<T>((state, now) =>
        {
            var decision = decide(state, now);
            return decision.Next is { } next
                ? decision with { Next = next with { PastPower = next.PastPower.Moved(state?.Power ?? Nmr.Zero, next.Power, now) } }
                : decision;
        });
}

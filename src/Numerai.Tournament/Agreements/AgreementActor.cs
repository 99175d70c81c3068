using Numerai.Tournament.Actors;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Outcomes;
using Numerai.Tournament.Participants;

namespace Numerai.Tournament.Agreements;

/// <summary>The actor behind <see cref="IAgreement"/>.</summary>
public class AgreementActor(string key, IActorStorage<Persisted<AgreementState>> storage, ActorServices services)
    : Actor<AgreementState>("agreement", key, storage, services), IAgreement
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
            : await DecideAsync<AgreementView>((state, now) => AgreementDecisions.Create(state, Id, command, now));

    public Task<Outcome<AgreementView>> FundAsync(FundAgreement command) =>
        DecideAsync<AgreementView>((state, now) => AgreementDecisions.Fund(state, Id, command, now));

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

        var begun = await DecideAsync<PendingAgreementCommand>((current, now) => AgreementDecisions.Begin(current!, command, now));
        return begun.Accepted ? await FinishAsync() : begun.Refusal;
    }

    public async Task<Outcome<AgreementView>> ContinueAsync()
    {
        await FinishAsync();
        return Answer();
    }

    public Task<Outcome<AccountPower>> SnapshotPowerAsync(int number) => DecideAsync<AccountPower>(
        (state, _) => state is null ? AgreementRules.NotFound(Key) : AgreementDecisions.Snapshot(state, number));

    /// <summary>Makes the transfer of the pending command and completes it. The wallet books a repeated transfer once.</summary>
    private async Task<Outcome<AgreementView>> FinishAsync()
    {
        if (State?.Pending is not { } pending)
        {
            return Answer();
        }

        var snapshot = 0;
        if (pending.Transfer is { } transfer)
        {
            var moved = await Services.Actors.Participant(pending.Account).TransferAsync(transfer);
            if (!moved.Accepted)
            {
                await DecideAsync<AgreementView>((state, now) => AgreementDecisions.Drop(state!, now));
                return moved.Refusal;
            }

            snapshot = moved.Value.Snapshot;
        }

        return await DecideAsync<AgreementView>((state, now) => AgreementDecisions.Complete(state!, snapshot, now));
    }

    private Outcome<AgreementView> Answer() => State is { } state ? state.View(Now) : AgreementRules.NotFound(Key);
}

using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Agreements.Escrows;

/// <summary>The actor behind <see cref="IEscrow"/>.</summary>
public class EscrowActor(string key, IActorStorage<Persisted<EscrowState>> storage, ActorServices services)
    : Actor<EscrowState>(ActorKinds.Escrow, key, storage, services), IEscrow
{
    private AgreementId Id => new(Guid.ParseExact(Key, "D"));

    /// <summary>A command that a crash cut short is finished before anything else happens here.</summary>
    public override async Task ActivateAsync()
    {
        await base.ActivateAsync();
        await FinishAsync();
    }

    public async Task<Outcome<EscrowView>> CreateAsync(CreateEscrow command) =>
        await KnownParties.CheckAsync(Services.Actors, command.Terms.Seller, command.Terms.Buyer) is { } unknown
            ? unknown
            : await DecideNotedAsync<EscrowView>((state, now) => EscrowDecisions.Create(state, Id, command, now));

    public Task<Outcome<EscrowView>> GetAsync() => Task.FromResult(Answer());

    public async Task<Outcome<EscrowView>> ActAsync(EscrowCommand command)
    {
        if (CommandIdRule.Check(command.CommandId) is { } invalid)
        {
            return invalid;
        }

        await FinishAsync();
        if (State is not { } state)
        {
            return EscrowRules.NotFound(Key);
        }

        if (state.Answered.FindLast(earlier => earlier.CommandId == command.CommandId && earlier.Caller == command.Caller) is { } answered)
        {
            return answered == command ? Answer() : CommandIdRule.Reused(command.CommandId);
        }

        var begun = await DecideNotedAsync<PendingEscrowCommand>((current, now) => EscrowDecisions.Begin(current!, command, now));
        return begun.Accepted ? await FinishAsync() : begun.Refusal;
    }

    public async Task<Outcome<EscrowView>> ContinueAsync()
    {
        await FinishAsync();
        return Answer();
    }

    public Task<Outcome<ImmutableArray<AccountPower>>> PowerAsync(DateTimeOffset from, DateTimeOffset to)
    {
        if (State is not { } state)
        {
            return Task.FromResult<Outcome<ImmutableArray<AccountPower>>>(EscrowRules.NotFound(Key));
        }

        ImmutableArray<AccountPower> powers =
        [
            new(state.Terms.Seller, state.SellerPast.Lowest(state.SellerPower, from, to), null),
            new(state.Terms.Buyer, state.BuyerPast.Lowest(state.BuyerPower, from, to), null),
        ];
        return Task.FromResult<Outcome<ImmutableArray<AccountPower>>>(powers);
    }

    /// <summary>Makes the transfers of the pending command and completes it. Wallets and the agreement book a repeated one once.</summary>
    private async Task<Outcome<EscrowView>> FinishAsync()
    {
        if (State?.Pending is not { } pending)
        {
            return Answer();
        }

        foreach (var (account, transfer) in pending.Transfers)
        {
            var moved = await Services.Actors.Participant(account).TransferAsync(transfer);
            if (!moved.Accepted)
            {
                // Only a deposit can be refused, and a deposit is the only transfer of its command.
                await DecideNotedAsync<EscrowView>((state, now) => EscrowDecisions.Drop(state!, now));
                return moved.Refusal;
            }
        }

        string? agreed = null;
        if (pending.Command.Action == EscrowAction.Finalise)
        {
            var terms = State.Terms;
            var fund = new FundAgreement(Id, terms.Agreement, terms.Stake);
            var funded = await Services.Actors.Agreement(NamedUuid.AgreementOf(Id)).FundAsync(fund);
            funded.Require();
            agreed = funded.Position;
        }

        return (await DecideNotedAsync<EscrowView>((state, now) => EscrowDecisions.Complete(state!, now))).After(agreed);
    }

    private Outcome<EscrowView> Answer() =>
        At<EscrowView>(State is { } state ? state.View(Now) : EscrowRules.NotFound(Key));

    private Task<Outcome<T>> DecideNotedAsync<T>(Func<EscrowState?, DateTimeOffset, Decision<EscrowState, T>> decide) =>
        DecideAsync<T>((state, now) =>
        {
            var decision = decide(state, now);
            return decision.Next is { } next ? decision with { Next = next.Noting(state, now) } : decision;
        });
}

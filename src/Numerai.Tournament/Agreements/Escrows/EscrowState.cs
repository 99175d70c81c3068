using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Tournament.Agreements.Escrows;

/// <summary>All that is stored of one escrow.</summary>
/// <param name="End">How it ended, or null.</param>
/// <param name="Transfers">Number of the latest transfer between a wallet and the escrow.</param>
/// <param name="Pending">A command whose transfers are under way; whoever comes next finishes it.</param>
/// <param name="Answered">The latest commands, so that a retried one is recognised.</param>
public sealed record EscrowState(
    AgreementId Id,
    EscrowTerms Terms,
    DateTimeOffset Created,
    bool StakeIn,
    bool PaymentIn,
    DateTimeOffset? Deadline,
    EscrowPhase? End,
    string? Delivery,
    LedgerHead LedgerHead,
    long Transfers,
    PendingEscrowCommand? Pending,
    ImmutableList<EscrowCommand> Answered)
{
    /// <summary>How many are remembered: more than the handful that an escrow takes until it ends.</summary>
    public const int RememberedCommands = 64;

    /// <summary>The seller's voting power a while ago, for snapshots.</summary>
    public PowerHistory SellerPast { get; init; } = PowerHistory.Empty;

    /// <summary>The buyer's voting power a while ago, for snapshots.</summary>
    public PowerHistory BuyerPast { get; init; } = PowerHistory.Empty;

    /// <summary>What counts for the seller's vote: the stake, unless it is on its way out and may have arrived.</summary>
    [JsonIgnore]
    public Nmr SellerPower => Ending ? Nmr.Zero : HeldStake;

    /// <summary>What counts for the buyer's vote: the payment, unless it is on its way out and may have arrived.</summary>
    [JsonIgnore]
    public Nmr BuyerPower => Ending ? Nmr.Zero : HeldPayment;

    private bool Ending => Pending?.Command.Action is EscrowAction.Finalise or EscrowAction.Cancel or EscrowAction.TimeOut;

    /// <summary>This state with what it changes of the powers before noted.</summary>
    public EscrowState Noting(EscrowState? before, DateTimeOffset now) => this with
    {
        SellerPast = SellerPast.Moved(before?.SellerPower ?? Nmr.Zero, SellerPower, now),
        BuyerPast = BuyerPast.Moved(before?.BuyerPower ?? Nmr.Zero, BuyerPower, now),
    };

    public string LedgerChain => $"escrow/{Id}";

    public Nmr HeldStake => StakeIn ? Terms.Stake : Nmr.Zero;

    public Nmr HeldPayment => PaymentIn ? Terms.Payment : Nmr.Zero;

    public EscrowPhase PhaseAt(DateTimeOffset now) => End ?? (StakeIn, PaymentIn) switch
    {
        (false, false) => EscrowPhase.Open,
        (true, false) => EscrowPhase.StakeDeposited,
        (false, true) => EscrowPhase.PaymentDeposited,
        _ => now < Deadline ? EscrowPhase.Deposited : EscrowPhase.Overdue,
    };

    public EscrowView View(DateTimeOffset now) => new(
        Id,
        Terms,
        PhaseAt(now),
        Created,
        HeldStake,
        HeldPayment,
        Deadline,
        Delivery,
        End == EscrowPhase.Finalised ? NamedUuid.AgreementOf(Id) : null,
        Pending is not null,
        LedgerHead);
}

/// <param name="Begun">When it was decided; it is carried out as of then.</param>
public sealed record PendingEscrowCommand(EscrowCommand Command, DateTimeOffset Begun, ImmutableArray<EscrowTransfer> Transfers);

public sealed record EscrowTransfer(AccountId Account, WalletTransfer Transfer);

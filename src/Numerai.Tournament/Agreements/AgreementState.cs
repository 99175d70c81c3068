using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Tournament.Agreements;

/// <summary>All that is stored of one griefing agreement.</summary>
/// <param name="Burned">Stake burned by punishments and what they cost.</param>
/// <param name="Transfers">Number of the latest transfer between a wallet and the agreement.</param>
/// <param name="Pending">A command whose transfer is under way; whoever comes next finishes it.</param>
/// <param name="Answered">The latest commands, so that a retried one is recognised.</param>
public sealed record AgreementState(
    AgreementId Id,
    AgreementTerms Terms,
    DateTimeOffset Created,
    Nmr Stake,
    Nmr Burned,
    DateTimeOffset? Deadline,
    bool Ended,
    LedgerHead LedgerHead,
    long Transfers,
    PendingAgreementCommand? Pending,
    ImmutableList<AgreementCommand> Answered)
{
    /// <summary>How many are remembered: of two parties, each of whom gives a command again within minutes, if ever.</summary>
    public const int RememberedCommands = 64;

    /// <summary>What counted a while ago, for snapshots of voting power.</summary>
    public PowerHistory PastPower { get; init; } = PowerHistory.Empty;

    /// <summary>What counts for the staker's vote: the stake, without what is on its way out and may have arrived.</summary>
    [JsonIgnore]
    public Nmr Power => Pending?.Transfer is { Incoming: true } returning ? Stake - returning.Amount : Stake;

    public string LedgerChain => $"agreement/{Id}";

    public AgreementPhase PhaseAt(DateTimeOffset now) =>
        Ended ? AgreementPhase.Ended
        : Stake.IsZero ? AgreementPhase.Created
        : Deadline is not { } deadline ? AgreementPhase.Active
        : now < deadline ? AgreementPhase.CountingDown
        : AgreementPhase.Expired;

    public AgreementView View(DateTimeOffset now) =>
        new(Id, Terms, PhaseAt(now), Created, Stake, Burned, Deadline, Pending is not null, LedgerHead);
}

/// <param name="Begun">When it was decided; it is carried out as of then.</param>
/// <param name="Transfer">What moves in the wallet of <paramref name="Account"/>, or null.</param>
public sealed record PendingAgreementCommand(AgreementCommand Command, DateTimeOffset Begun, AccountId Account, WalletTransfer? Transfer);

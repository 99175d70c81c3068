using System.Collections.Immutable;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <summary>An account as its owner sees it.</summary>
public sealed record AccountView(
    AccountId Id,
    string Username,
    DateTimeOffset Registered,
    Nmr Wallet,
    ImmutableArray<ApiKeyView> ApiKeys,
    ImmutableArray<ModelStakeView> Models,
    LedgerHead LedgerHead)
{
    /// <summary>Whom the account lets vote for it.</summary>
    public AccountId? Delegate { get; init; }

    /// <summary>What holds keep; it is not in <see cref="Wallet"/>.</summary>
    public Nmr Held { get; init; }

    /// <summary>All that were ever placed, oldest first.</summary>
    public ImmutableArray<Hold> Holds { get; init; } = [];

    /// <summary>At most one a tournament.</summary>
    public ImmutableArray<PortfolioView> Portfolios { get; init; } = [];

    /// <summary>
    /// The account as it is at a time: holds that are over by then are booked with the next command, but hold nothing any more.
    /// </summary>
    public AccountView At(DateTimeOffset now)
    {
        var over = Holds.Where(hold => hold.IsOver(now)).Aggregate(Nmr.Zero, (sum, hold) => sum + hold.Amount);
        return this with
        {
            Wallet = Wallet + over,
            Held = Held - over,
            Holds = [.. Holds.Select(hold => hold.IsOver(now) ? hold with { Ended = hold.Until } : hold)],
        };
    }
}

public sealed record ApiKeyView(string PublicId, string Name, ImmutableArray<string> Scopes);

/// <param name="AtRisk">Stake at risk per round in flight.</param>
public sealed record ModelStakeView(
    ModelId Id,
    TournamentId Tournament,
    string Name,
    DateTimeOffset Created,
    Nmr Active,
    Nmr Pending,
    ImmutableArray<PendingReleaseView> PendingReleases,
    ImmutableSortedDictionary<RoundId, Nmr> AtRisk);

/// <param name="WaitsFor">The rounds that must resolve before the rest returns to the wallet.</param>
public sealed record PendingReleaseView(string CommandId, Nmr Amount, DateTimeOffset Requested, ImmutableArray<RoundId> WaitsFor)
{
    /// <summary>The model it goes to instead of the wallet.</summary>
    public ModelId? MoveTo { get; init; }

    /// <summary>Whether it goes to models of a portfolio instead of the wallet.</summary>
    public bool ToPortfolio { get; init; }
}

public sealed record WalletView(Nmr Wallet);

/// <param name="Status">"done", or "pending" when the amount waits for rounds to resolve.</param>
/// <param name="Amount">What was moved.</param>
/// <param name="Active">The model's active stake afterwards.</param>
public sealed record StakeChangeView(
    ModelId Model, StakeChangeType Type, string Status, Nmr Amount, Nmr Active, Nmr Pending, Nmr Wallet, ImmutableArray<RoundId> WaitsFor)
{
    /// <summary>Where a move goes.</summary>
    public ModelId? To { get; init; }

    /// <summary>The part of a move that was not at risk anywhere and has arrived.</summary>
    public Nmr MovedNow { get; init; }
}

public sealed record PinnedStake(ModelId Model, Nmr AtRisk);

public sealed record Credential(AccountId Account, string Username, ImmutableArray<string> Scopes)
{
    /// <summary>
    /// How far the account's own events go: reads by this key wait for them. 0 where a silo of an earlier version answers.
    /// </summary>
    public long Sequence { get; init; }
}

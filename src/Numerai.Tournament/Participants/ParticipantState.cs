using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Numerai.Tournament.Identity;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.Money;
using Numerai.Tournament.Settlement;

namespace Numerai.Tournament.Participants;

/// <summary>All that is stored of one account. Nothing in it grows with the number of other accounts.</summary>
/// <param name="ExternalTransfers">Deposits and withdrawals by external id, kept for ever so that none is booked twice.</param>
/// <param name="RecentStakeChanges">Answers to the latest stake commands, so that a retried one is recognised.</param>
/// <param name="RecentSettlements">Receipts of each tournament's latest settled and cancelled rounds, for the same reason.</param>
public sealed record ParticipantState(
    AccountId Id,
    string Username,
    DateTimeOffset Registered,
    ImmutableList<StoredApiKey> ApiKeys,
    Nmr Wallet,
    ImmutableSortedDictionary<ModelId, ModelStake> Models,
    LedgerHead LedgerHead,
    ImmutableSortedDictionary<string, Nmr> ExternalTransfers,
    ImmutableList<AnsweredStakeChange> RecentStakeChanges,
    ImmutableSortedDictionary<RoundId, SettlementReceipt> RecentSettlements)
{
    /// <summary>How many answered stake commands are remembered.</summary>
    public const int RememberedStakeChanges = 256;

    /// <summary>How many answered portfolio commands are remembered.</summary>
    public const int RememberedPortfolioChanges = 64;

    /// <summary>
    /// How many receipts of a tournament are remembered: more than it resolves or cancels while one of its rounds is being settled. A
    /// receipt is asked for again only meanwhile, or by a message of a process that froze and woke.
    /// </summary>
    public const int RememberedSettlements = 128;

    /// <summary>Number of the latest transfer by the agreement, escrow or proposal it was with, so that none is booked twice.</summary>
    public ImmutableSortedDictionary<string, long> LatestTransfers { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Voting power a while ago, for snapshots.</summary>
    public PowerHistory PastPower { get; init; } = PowerHistory.Empty;

    /// <summary>Whom the account lets vote for it.</summary>
    public AccountId? Delegate { get; init; }

    /// <summary>All that were ever placed, kept so that none is placed twice.</summary>
    public ImmutableList<Hold> Holds { get; init; } = [];

    /// <summary>At most one a tournament, in their order.</summary>
    public ImmutableList<Portfolio> Portfolios { get; init; } = [];

    /// <summary>Answers to the latest portfolio commands, so that a retried one is recognised.</summary>
    public ImmutableList<AnsweredPortfolioChange> RecentPortfolioChanges { get; init; } = [];

    /// <summary>What holds keep; it is not in the wallet.</summary>
    [JsonIgnore]
    public Nmr Held => Holds.Aggregate(Nmr.Zero, (sum, hold) => hold.InForce ? sum + hold.Amount : sum);

    /// <summary>The hold on the whole account, when there is one.</summary>
    [JsonIgnore]
    public Hold? WholeHold => Holds.Find(hold => hold is { InForce: true, WholeAccount: true });

    public Portfolio? PortfolioOf(TournamentId tournament) => Portfolios.Find(portfolio => portfolio.Tournament == tournament);

    /// <summary>Voting power: wallet with what is held of it, active stakes and pending releases.</summary>
    [JsonIgnore]
    public Nmr Power => Models.Values.Aggregate(Wallet + Held, (sum, model) => sum + model.Active + model.Pending);

    public string LedgerChain => $"participant/{Id}";
}

/// <param name="SecretHash">Hash of the secret half.</param>
/// <param name="Scopes">As they were asked for; what they give is in <see cref="Participants.Scopes.Trusted"/>.</param>
public sealed record StoredApiKey(string PublicId, string SecretHash, string Name, ImmutableArray<string> Scopes);

public sealed record AnsweredStakeChange(string CommandId, ChangeStake Command, StakeChangeView Answer);

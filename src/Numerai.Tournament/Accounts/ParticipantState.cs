using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Numerai.Contracts;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Tournament.Accounts;

/// <summary>All that is stored of one account. Nothing in it grows with the number of other accounts.</summary>
/// <param name="ExternalTransfers">
/// Deposits and withdrawals by external id, so that none is booked twice; <see cref="RememberedTransfers"/> of them, the others in
/// rows of their own.
/// </param>
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
    /// <summary>
    /// How many deposits and withdrawals the row remembers by itself, and of how many counterparties the latest transfer: some 10 KB each,
    /// and more than most accounts ever have, so that few need rows beside it. It may become smaller, never larger: a list that has room
    /// left is taken to have let nothing go.
    /// </summary>
    public const int RememberedTransfers = 128;

    /// <summary>
    /// How many answered stake commands are remembered, of some half a KB each. A command is given again by a caller whose answer was lost,
    /// seconds or minutes later, when few others have come since.
    /// </summary>
    public const int RememberedStakeChanges = 256;

    /// <summary>
    /// How many answered portfolio commands are remembered, for the same reason; fewer, since each has a weight for each of its models.
    /// </summary>
    public const int RememberedPortfolioChanges = 64;

    /// <summary>
    /// How many holds that have ended are remembered. Their ids are the operator's: one that comes again after so many others have ended
    /// places a hold anew, which is seen and released; no NMR is lost by it.
    /// </summary>
    public const int RememberedHolds = 256;

    /// <summary>
    /// How many receipts of a tournament are remembered: more than it resolves or cancels while one of its rounds is being settled. A
    /// receipt is asked for again only meanwhile, or by a message of a process that froze and woke.
    /// </summary>
    public const int RememberedSettlements = 128;

    /// <summary>
    /// Number of the latest transfer by the agreement, escrow or proposal it was with, so that none is booked twice; of
    /// <see cref="RememberedTransfers"/> of them, the others in rows of their own.
    /// </summary>
    public ImmutableSortedDictionary<string, long> LatestTransfers { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Voting power a while ago, for snapshots.</summary>
    public PowerHistory PastPower { get; init; } = PowerHistory.Empty;

    /// <summary>Whom the account lets vote for it.</summary>
    public AccountId? Delegate { get; init; }

    /// <summary>All in force and those that ended last, so that none is placed twice.</summary>
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
/// <param name="Scopes">As they were asked for; what they give is in <see cref="Accounts.Scopes.Trusted"/>.</param>
public sealed record StoredApiKey(string PublicId, string SecretHash, string Name, ImmutableArray<string> Scopes);

public sealed record AnsweredStakeChange(string CommandId, ChangeStake Command, StakeChangeView Answer);

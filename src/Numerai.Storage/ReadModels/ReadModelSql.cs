namespace Numerai.Storage.ReadModels;

/// <summary>The statements of <see cref="SqlReadModel"/>. A condition whose parameter is null does not apply.</summary>
internal static class ReadModelSql
{
    public const string Accounts = "SELECT id FROM accounts ORDER BY id";

    public const string Models = """
        SELECT id AS Id, tournament AS Tournament, name AS Name, owner AS Owner, username AS Username, created AS Created,
            stake AS Stake, pending AS Pending
        FROM models
        """;

    public const string FindModel = $"{Models} WHERE tournament = @tournament AND name = @name COLLATE NOCASE";

    public const string ListModels = $"""
        {Models} WHERE name IS NOT NULL AND (@tournament IS NULL OR tournament = @tournament) AND (@owner IS NULL OR owner = @owner)
        ORDER BY tournament, name COLLATE NOCASE LIMIT @limit OFFSET @offset
        """;

    public const string Rounds = """
        SELECT tournament AS Tournament, round AS Number, phase AS Phase, opens AS Opens, closes AS Closes, resolves AS Resolves,
            submissions AS Submissions, at_risk AS AtRisk, payout_factor AS PayoutFactor, scored_day AS ScoredDay, paid AS Paid,
            burned AS Burned, merkle_root AS MerkleRoot
        FROM rounds WHERE @tournament IS NULL OR tournament = @tournament
        ORDER BY opens DESC, tournament, round DESC LIMIT @limit OFFSET @offset
        """;

    public const string Payouts = """
        SELECT payouts.tournament AS Tournament, payouts.round AS Round, models.id AS Model, coalesce(models.name, models.id) AS ModelName,
            coalesce(models.username, '') AS Username, at_risk AS AtRisk, multiplier AS Multiplier, payout AS Payout, burn AS Burn,
            resolved AS Resolved
        FROM payouts JOIN models ON models.number = payouts.model
        """;

    public const string PayoutsOrder = " ORDER BY payouts.resolved DESC, payouts.tournament, payouts.round DESC, models.id";

    public const string OfModel = "payouts.model = (SELECT number FROM models WHERE id = @model)";

    public const string OfRound = "payouts.tournament = @tournament AND payouts.round = @round";

    public const string Ledger = """
        SELECT chain AS Chain, sequence AS Sequence, transfer AS Transfer, reason AS Reason, debit AS Debit, credit AS Credit,
            amount AS Amount, round AS Round, time AS Time, previous AS Previous, hash AS Hash
        FROM ledger
        """;

    public const string LedgerOfChain = $"{Ledger} WHERE chain = @chain ORDER BY sequence LIMIT @limit OFFSET @offset";

    public const string LedgerOfAll = $"{Ledger} ORDER BY position LIMIT @limit OFFSET @offset";

    public const string Agreements = """
        SELECT id AS Id, kind AS Kind, staker AS Staker, counterparty AS Counterparty, phase AS Phase, stake AS Stake, payment AS Payment,
            metadata AS Metadata, created AS Created, deadline AS Deadline
        FROM agreements WHERE (@kind IS NULL OR kind = @kind) AND (@party IS NULL OR staker = @party OR counterparty = @party)
        ORDER BY created DESC, id LIMIT @limit OFFSET @offset
        """;

    public const string LedgerOfRound = $"{Ledger} WHERE round = @round ORDER BY position";

    private const string SelectAlerts = "SELECT code AS Code, subject AS Subject, message AS Message, raised AS Raised, cleared AS "
        + "Cleared FROM alerts";

    public const string Alerts = $"{SelectAlerts} ORDER BY position DESC LIMIT @limit OFFSET @offset";

    public const string StandingAlerts = $"{SelectAlerts} WHERE cleared IS NULL ORDER BY position DESC LIMIT @limit OFFSET @offset";

    public const string Balances = "SELECT account AS Account, amount AS Amount FROM ledger_balances ORDER BY account";
}

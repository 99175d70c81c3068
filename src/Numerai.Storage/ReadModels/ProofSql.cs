namespace Numerai.Storage.ReadModels;

/// <summary>Statements on what the books are checked with.</summary>
internal static class ProofSql
{
    public const string LedgerAfter = """
        SELECT position AS Position, chain AS Chain, sequence AS Sequence, transfer AS Transfer, reason AS Reason, debit AS Debit,
            credit AS Credit, amount AS Amount, round AS Round, time AS Time, previous AS Previous, hash AS Hash
        FROM ledger WHERE position > @position ORDER BY position LIMIT @limit
        """;

    private const string Commitments = """
        SELECT tournament AS Tournament, round AS Round, sequence AS Sequence, kind AS Kind, day AS Day, document AS Document,
            sha256 AS Sha256, length AS Length, time AS Time, previous AS Previous, hash AS Hash
        FROM commitments
        """;

    public const string CommitmentsOfRound = $"{Commitments} WHERE tournament = @tournament AND round = @round ORDER BY sequence";

    public const string AllCommitments = $"{Commitments} ORDER BY position LIMIT @limit OFFSET @offset";

    public const string Checkpoints = "SELECT json FROM checkpoints ORDER BY number DESC LIMIT @limit OFFSET @offset";

    public const string FindCheckpoint = "SELECT json FROM checkpoints WHERE number = @number";

    /// <summary>The last link of every chain among the first so many entries and commitments.</summary>
    public const string HeadsAt = """
        SELECT 'head' AS Kind, ledger.chain AS Name, ledger.sequence AS Number, ledger.hash AS Text
        FROM ledger JOIN (
            SELECT chain, max(sequence) AS last
            FROM (SELECT chain, sequence FROM ledger ORDER BY position LIMIT @entries) covered GROUP BY chain) newest
            ON newest.chain = ledger.chain AND newest.last = ledger.sequence
        UNION ALL
        SELECT 'head', 'round/' || commitments.tournament || '/' || commitments.round, commitments.sequence, commitments.hash
        FROM commitments JOIN (
            SELECT tournament, round, max(sequence) AS last
            FROM (SELECT tournament, round, sequence FROM commitments ORDER BY position LIMIT @commitments) covered
                GROUP BY tournament, round) newest
            ON newest.tournament = commitments.tournament AND newest.round = commitments.round AND newest.last = commitments.sequence
        """;

    /// <summary>One statement, so that all of it is of one moment.</summary>
    public const string Snapshot = """
        SELECT 'head' AS Kind, ledger.chain AS Name, ledger.sequence AS Number, ledger.hash AS Text
        FROM ledger JOIN (SELECT chain, max(sequence) AS last FROM ledger GROUP BY chain) newest
            ON newest.chain = ledger.chain AND newest.last = ledger.sequence
        UNION ALL
        SELECT 'head', 'round/' || commitments.tournament || '/' || commitments.round, commitments.sequence, commitments.hash
        FROM commitments JOIN (SELECT tournament, round, max(sequence) AS last FROM commitments GROUP BY tournament, round) newest
            ON newest.tournament = commitments.tournament AND newest.round = commitments.round AND newest.last = commitments.sequence
        UNION ALL SELECT 'balance', account, 0, amount FROM ledger_balances
        UNION ALL SELECT 'entries', '', count(*), '' FROM ledger
        UNION ALL SELECT 'commitments', '', count(*), '' FROM commitments
        """;
}

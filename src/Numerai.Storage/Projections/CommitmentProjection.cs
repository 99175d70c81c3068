using Numerai.Tournament.Ledger.Commitments;

namespace Numerai.Storage.Projections;

internal static class CommitmentProjection
{
    private const string Insert = """
        INSERT INTO commitments (tournament, round, sequence, kind, day, document, sha256, length, time, previous, hash)
        VALUES (@tournament, @round, @sequence, @kind, @day, @document, @sha256, @length, @time, @previous, @hash)
        """;

    public static Task CommitAsync(ProjectionTables tables, Commitment commitment) => tables.ExecuteAsync(
        Insert,
        new
        {
            tournament = commitment.Round.Tournament.Number,
            round = commitment.Round.Number,
            sequence = commitment.Sequence,
            kind = commitment.Kind,
            day = commitment.Day,
            document = commitment.Document,
            sha256 = commitment.Sha256,
            length = commitment.Length,
            time = StoredTime.Write(commitment.Time),
            previous = commitment.Previous,
            hash = commitment.Hash,
        });
}

using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <summary>A round in the types of the database.</summary>
internal sealed class StoredRound
{
    public int Tournament { get; init; }

    public int Number { get; init; }

    public string Phase { get; init; } = string.Empty;

    public string Opens { get; init; } = string.Empty;

    public string Closes { get; init; } = string.Empty;

    public string Resolves { get; init; } = string.Empty;

    public int Submissions { get; init; }

    public string AtRisk { get; init; } = "0";

    public string? PayoutFactor { get; init; }

    public int ScoredDay { get; init; }

    public string Paid { get; init; } = "0";

    public string Burned { get; init; } = "0";

    public string? MerkleRoot { get; init; }

    public RoundRow ToRow() => new(
        new RoundId(new TournamentId(Tournament), Number),
        Enum.Parse<RoundPhase>(Phase),
        StoredTime.Read(Opens),
        StoredTime.Read(Closes),
        StoredTime.Read(Resolves),
        Submissions,
        Nmr.Parse(AtRisk),
        PayoutFactor is null ? null : decimal.Parse(PayoutFactor, CultureInfo.InvariantCulture),
        ScoredDay,
        Nmr.Parse(Paid),
        Nmr.Parse(Burned),
        MerkleRoot);
}

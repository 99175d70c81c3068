using System.Globalization;
using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <summary>A payout in the types of the database.</summary>
internal sealed class StoredPayout
{
    public int Tournament { get; init; }

    public int Round { get; init; }

    public string Model { get; init; } = string.Empty;

    public string ModelName { get; init; } = string.Empty;

    public string Username { get; init; } = string.Empty;

    public string AtRisk { get; init; } = "0";

    public string Multiplier { get; init; } = "0";

    public string Payout { get; init; } = "0";

    public string Burn { get; init; } = "0";

    public string Resolved { get; init; } = string.Empty;

    public PayoutRow ToRow() => new(
        new RoundId(new TournamentId(Tournament), Round),
        new ModelId(Guid.Parse(Model)),
        ModelName,
        Username,
        Nmr.Parse(AtRisk),
        decimal.Parse(Multiplier, CultureInfo.InvariantCulture),
        Nmr.Parse(Payout),
        Nmr.Parse(Burn),
        StoredTime.Read(Resolved));
}

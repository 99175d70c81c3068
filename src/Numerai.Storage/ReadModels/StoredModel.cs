using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Storage.ReadModels;

/// <summary>A model in the types of the database.</summary>
internal sealed class StoredModel
{
    public string Id { get; init; } = string.Empty;

    public int Tournament { get; init; }

    public string Name { get; init; } = string.Empty;

    public string Owner { get; init; } = string.Empty;

    public string Username { get; init; } = string.Empty;

    public string Created { get; init; } = string.Empty;

    public string Stake { get; init; } = "0";

    public string Pending { get; init; } = "0";

    public ModelRow ToRow() => new(
        new ModelId(Guid.Parse(Id)),
        new TournamentId(Tournament),
        Name,
        new AccountId(Guid.Parse(Owner)),
        Username,
        StoredTime.Read(Created),
        Nmr.Parse(Stake),
        Nmr.Parse(Pending));
}

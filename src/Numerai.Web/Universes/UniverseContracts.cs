using Numerai.Contracts;
using Numerai.Tournament.Universes;

namespace Numerai.Web.Universes;

/// <param name="LiveDataset">Published file with the key column, other kinds of id and features.</param>
/// <param name="NeutralizerDataset">Published file with columns "neutralizer_*"; absent for none.</param>
/// <param name="SampleWeightDataset">Published file with "sample_weight"; absent for weights of 1.</param>
/// <param name="Replace">Whether another universe of that day, which no round stands on yet, makes way.</param>
internal sealed record PublishUniverseRequest(
    string LiveDataset, string? NeutralizerDataset = null, string? SampleWeightDataset = null, bool Replace = false);

/// <param name="Rows">Securities.</param>
/// <param name="KeyColumn">The kind of id that names the rows.</param>
/// <param name="Aliases">Other kinds of id that submissions may use.</param>
/// <param name="Neutralizers">Number of neutralizers.</param>
/// <param name="IdsSha256">Over the ids in ordinal order, one a line.</param>
/// <param name="NeutralizersSha256">Over little-endian doubles, column after column, rows in the order of the ids.</param>
/// <param name="SampleWeightsSha256">Likewise.</param>
internal sealed record UniverseResponse(
    TournamentId Tournament,
    DateOnly Date,
    int Rows,
    string KeyColumn,
    IReadOnlyList<string> Aliases,
    int Neutralizers,
    string LiveDataset,
    string? NeutralizerDataset,
    string? SampleWeightDataset,
    string IdsSha256,
    string? NeutralizersSha256,
    string? SampleWeightsSha256,
    DateTimeOffset Published)
{
    public static UniverseResponse Of(UniverseView view) => new(
        view.Tournament,
        view.Date,
        view.Rows,
        view.KeyColumn,
        view.Aliases,
        view.Portfolio.Columns,
        view.LiveDataset,
        view.NeutralizerDataset,
        view.SampleWeightDataset,
        view.Ids.Sha256,
        view.Portfolio.Neutralizers?.Sha256,
        view.Portfolio.SampleWeights?.Sha256,
        view.Published);
}

namespace Numerai.Contracts;

/// <summary>The securities of a tournament on one day.</summary>
/// <param name="Rows">Securities.</param>
/// <param name="KeyColumn">The kind of id that names the rows, such as "numerai_ticker".</param>
/// <param name="Aliases">Other kinds of id that submissions may use.</param>
/// <param name="Neutralizers">Number of neutralizers.</param>
/// <param name="LiveDataset">The data file with ids and features.</param>
/// <param name="IdsSha256">Over the ids in ordinal order, one a line.</param>
/// <param name="NeutralizersSha256">Over little-endian doubles, column after column, rows in the order of the ids.</param>
/// <param name="SampleWeightsSha256">Likewise.</param>
public sealed record Universe(
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
    DateTimeOffset Published);

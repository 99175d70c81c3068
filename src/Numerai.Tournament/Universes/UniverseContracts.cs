using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Universes;

/// <param name="LiveDataset">Published Parquet file with the key column, other ids and features, such as
/// "signals/v2.1/live_2026-01-09.parquet".</param>
/// <param name="NeutralizerDataset">Published Parquet file with the key column and columns "neutralizer_*"; null for none.</param>
/// <param name="SampleWeightDataset">Published Parquet file with the key column and "sample_weight"; null for weights of 1.</param>
/// <param name="Format">What submissions look like: its first key column names the rows, the others are ids that stand for them.</param>
/// <param name="Replace">Whether another universe of that day, which no round stands on yet, makes way.</param>
public sealed record PublishUniverse(
    string LiveDataset, string? NeutralizerDataset, string? SampleWeightDataset, SubmissionSettings Format, bool Replace = false);

/// <summary>A universe as everyone sees it. Numbers are stored objects, told by reference and hash.</summary>
/// <param name="KeyColumn">The kind of id that names the rows, such as "numerai_ticker".</param>
/// <param name="Aliases">Other kinds of id that submissions may use, as found in the live file.</param>
/// <param name="Rows">Securities.</param>
/// <param name="Ids">The ids, one a line in ordinal order; every vector is aligned to them.</param>
/// <param name="AliasTable">See <see cref="Universes.AliasTable"/>; null without aliases.</param>
/// <param name="Portfolio">Neutralizers and sample weights.</param>
public sealed record UniverseView(
    TournamentId Tournament,
    DateOnly Date,
    string LiveDataset,
    string? NeutralizerDataset,
    string? SampleWeightDataset,
    string KeyColumn,
    ImmutableArray<string> Aliases,
    int Rows,
    ObjectReference Ids,
    ObjectReference? AliasTable,
    PortfolioReferences Portfolio,
    DateTimeOffset Published);

/// <summary>What turns a submission into portfolio weights, aligned to the universe.</summary>
/// <param name="Neutralizers">n x k doubles, column after column; null for none.</param>
/// <param name="Columns">k.</param>
/// <param name="SampleWeights">n doubles; null for weights of 1.</param>
public sealed record PortfolioReferences(ObjectReference? Neutralizers, int Columns, ObjectReference? SampleWeights);

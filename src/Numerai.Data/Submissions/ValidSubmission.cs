using Numerai.Scoring.Ranking;

namespace Numerai.Data.Submissions;

/// <summary>A submission that passed every check, with what it says about each live id.</summary>
public sealed class ValidSubmission
{
    private readonly double[] valuesByEntry;
    private readonly IReadOnlyList<int> droppedRows;
    private readonly SubmissionUniverse universe;

    internal ValidSubmission(
        ParsedSubmission parsed, SubmissionUniverse universe, KeyMap keys, double[] valuesByEntry, int liveRows,
        IReadOnlyList<int> droppedRows)
    {
        Parsed = parsed;
        Keys = keys;
        LiveRows = liveRows;
        this.universe = universe;
        this.valuesByEntry = valuesByEntry;
        this.droppedRows = droppedRows;
    }

    /// <summary>The file's columns.</summary>
    public ParsedSubmission Parsed { get; }

    /// <summary>The kind of id it uses.</summary>
    public KeyMap Keys { get; }

    /// <summary>The number of rows whose id is live.</summary>
    public int LiveRows { get; }

    /// <summary>The number of rows whose id is not live; those are left out and counted back to the participant.</summary>
    public int DroppedRows => droppedRows.Count;

    /// <summary>Sentences about columns that were ignored.</summary>
    public IReadOnlyList<string> Warnings => Parsed.Header.Warnings;

    /// <summary>Predictions in the order of <see cref="KeyMap.Keys"/>; NaN where the submission has none.</summary>
    public ReadOnlySpan<double> ValuesByEntry => valuesByEntry;

    /// <summary>The ids that are not live, each once, in the order of the file.</summary>
    public IEnumerable<string> DroppedIds() => droppedRows.Select(Parsed.KeyText).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Cleans the submission for scoring: every row of the universe gets the prediction of the first live id that stands for it,
    /// predictions are ranked with ties kept, and rows without one count as rank 0.5.
    /// </summary>
    /// <param name="workspace">Scratch memory of the calling thread.</param>
    /// <returns>One rank code per row of the universe.</returns>
    public ushort[] ToRankCodes(RankWorkspace workspace) => SubmissionCleaning.RankCodesOf(universe, Keys, valuesByEntry, workspace);
}

namespace Numerai.Client.Diagnostics;

/// <summary>Scores of one model over the validation eras; a score that needs a file the release does not have is null throughout.</summary>
public sealed record ModelDiagnostics(
    ScoreSummary Corr, ScoreSummary Mmc, ScoreSummary Bmc, ScoreSummary Fnc, IReadOnlyList<EraDiagnostics> Eras);

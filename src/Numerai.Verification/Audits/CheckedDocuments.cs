namespace Numerai.Verification.Audits;

/// <summary>How far the documents of one kind were checked.</summary>
/// <param name="Kind">Kind of commitment.</param>
/// <param name="Computed">Documents that payouts were computed from, or whose content was computed again.</param>
/// <param name="ByHash">Documents that are what was committed to, and were looked into no further.</param>
public sealed record CheckedDocuments(string Kind, int Computed, int ByHash);

using Numerai.Tournament.Ledger.Audit.Reconciling;

namespace Numerai.Web.Reconciliation;

/// <param name="Rounds">Resolved rounds that were looked at.</param>
/// <param name="Holds">Whether no gap was found.</param>
internal sealed record ReconciliationResponse(DateTimeOffset Time, int Rounds, bool Holds, IReadOnlyList<BooksGap> Gaps);

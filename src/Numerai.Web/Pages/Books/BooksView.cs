using Numerai.Contracts;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Ledger.Checkpoints;

namespace Numerai.Web.Pages.Books;

/// <param name="Checked">When conservation was compared.</param>
/// <param name="Checkpoints">Newest first.</param>
/// <param name="Alerts">Newest first, those that stand and those that are over.</param>
public sealed record BooksView(
    DateTimeOffset Checked,
    ConservationReport Conservation,
    TreasuryRunway Runway,
    IReadOnlyList<LedgerCheckpoint> Checkpoints,
    IReadOnlyList<Alert> Alerts);

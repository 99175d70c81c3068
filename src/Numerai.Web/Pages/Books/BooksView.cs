using Numerai.Tournament.Audit;
using Numerai.Tournament.Checkpoints;
using Numerai.Tournament.ReadModels;
using Numerai.Tournament.Treasury;

namespace Numerai.Web.Pages.Books;

/// <param name="Checked">When conservation was compared.</param>
/// <param name="Checkpoints">Newest first.</param>
/// <param name="Alerts">Newest first, those that stand and those that are over.</param>
public sealed record BooksView(
    DateTimeOffset Checked,
    ConservationReport Conservation,
    TreasuryRunway Runway,
    IReadOnlyList<LedgerCheckpoint> Checkpoints,
    IReadOnlyList<AlertRow> Alerts);

using System.Collections.Immutable;
using Numerai.Tournament.Ledger;
using Numerai.Tournament.ReadModels;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Scoring;
using Numerai.Tournament.Settlement;

namespace Numerai.Tournament.Audit.Reconciling;

/// <summary>Everything that is written about a resolved round, in all places.</summary>
/// <param name="Manifest">Stakes at risk when it closed.</param>
/// <param name="Table">Final scores.</param>
/// <param name="Entries">Its settlement.</param>
/// <param name="Scores">Final scores as people see them.</param>
/// <param name="Payouts">Payouts as people see them.</param>
/// <param name="Ledger">Transfers of the round.</param>
public sealed record RoundBooks(
    RoundView Round,
    RoundManifest Manifest,
    ScoreTable Table,
    ImmutableArray<SettlementEntry> Entries,
    IReadOnlyList<ScoreRow> Scores,
    IReadOnlyList<PayoutRow> Payouts,
    IReadOnlyList<LedgerEntry> Ledger);

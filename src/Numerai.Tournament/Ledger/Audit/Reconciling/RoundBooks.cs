using System.Collections.Immutable;
using Numerai.Contracts;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Tournament.Ledger.Audit.Reconciling;

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

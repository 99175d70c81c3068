using Numerai.Contracts;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Web.Pages.Models;

/// <summary>What a round said of a model.</summary>
/// <param name="Day">Scoring day of the scores.</param>
/// <param name="Scores">By name.</param>
/// <param name="Payout">Null until the round has resolved, or when nothing was at risk.</param>
public sealed record ModelRoundRow(RoundId Round, int Day, bool Final, IReadOnlyDictionary<string, ScoreRow?> Scores, PayoutRow? Payout);

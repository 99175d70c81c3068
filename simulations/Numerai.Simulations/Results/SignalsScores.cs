using Numerai.Contracts;
using Numerai.Tournament.Rounds.Scoring;

namespace Numerai.Simulations.Results;

/// <summary>What a Signals submission has beyond the scores it shares with Classic; NaN where there is none.</summary>
/// <param name="Compared">Submissions of the week before that it was compared with; without any, churn and turnover are 1.</param>
/// <param name="WithinLimits">Whether churn and turnover leave the stake at risk.</param>
public sealed record SignalsScores(
    double Alpha, double Mpc, double CorrV4, double FncV4, double Ric, double IcV2, double Churn, double Turnover, int Compared,
    bool WithinLimits)
{
    internal static SignalsScores Of(ModelScores model, Movement? movement)
    {
        return new SignalsScores(
            Score(ScoreNames.Alpha),
            Score(ScoreNames.Mpc),
            Score(ScoreNames.CorrV4),
            Score(ScoreNames.FncV4),
            Score(ScoreNames.Ric),
            Score(ScoreNames.IcV2),
            movement?.Churn ?? double.NaN,
            movement?.Turnover ?? double.NaN,
            movement?.Compared ?? 0,
            movement?.WithinLimits ?? true);

        double Score(string name) => model.Scores.TryGetValue(name, out var score) ? score.Value : double.NaN;
    }
}

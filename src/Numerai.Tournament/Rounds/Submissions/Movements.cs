using Numerai.Contracts;
using Numerai.Data.Submissions;
using Numerai.Scoring;
using Numerai.Scoring.Statistics;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Universes;

namespace Numerai.Tournament.Rounds.Submissions;

/// <summary>
/// Measures churn and turnover against what a model had selected in the rounds of the days before. Each submission is taken with the
/// neutralizers and sample weights of its own round.
/// </summary>
public sealed class Movements(IActors actors, ISubmissionStore submissions, IObjectStore objects)
{
    /// <summary>Rounds looked back at, whatever the calendar: several a day at most.</summary>
    private const int MostRounds = 32;

    private const int Kept = 8;
    private readonly Recent<PortfolioWeights> _weights = new(Kept);

    /// <summary>Null when the round's settings have no limits.</summary>
    public async Task<Movement?> OfAsync(RoundView round, ModelId model, ushort[] codes)
    {
        if (round.Settings.Movement is not { } limits)
        {
            return null;
        }

        var earlier = new List<SubmissionSnapshot>();
        foreach (var (view, submission) in await EarlierAsync(round, model, limits))
        {
            var weights = await WeightsAsync(view);
            var then = new ushort[weights.Rows];
            await submissions.ReadCodesAsync([submission.Id], then.Length, then);
            earlier.Add(weights.Snapshot(then));
        }

        var now = (await WeightsAsync(round)).Snapshot(codes);
        var (churn, turnover) = Largest(now, earlier);
        return new Movement(churn, turnover, earlier.Count, limits.Allow(churn, turnover));
    }

    private static (double Churn, double Turnover) Largest(SubmissionSnapshot now, List<SubmissionSnapshot> earlier)
    {
        try
        {
            var largest = SubmissionMovement.Largest(now, earlier);
            return (Published(largest.Churn), Published(largest.Turnover));
        }
        catch (ScoringException)
        {
            // One of them says nothing about the securities they share, so nothing of it was kept.
            return (1, 1);
        }
    }

    private static double Published(double value) => double.IsFinite(value) ? PublishedScore.Round(value) : 1;

    /// <summary>
    /// The submissions that the model had on time in rounds that opened within the days before this one, each round's latest.
    /// </summary>
    private async Task<List<(RoundView Round, SubmissionRecord Submission)>> EarlierAsync(
        RoundView round, ModelId model, MovementSettings limits)
    {
        var since = round.Calendar.Opens.AddDays(-limits.Days);
        var found = new List<(RoundView Round, SubmissionRecord Submission)>();
        for (var number = round.Id.Number - 1; number > Math.Max(0, round.Id.Number - 1 - MostRounds); number--)
        {
            var view = await actors.Round(round.Id with { Number = number }).GetAsync();
            if (view is { Accepted: true, Value.Phase: not RoundPhase.Cancelled })
            {
                if (view.Value.Calendar.Opens < since)
                {
                    break;
                }

                if (await submissions.SelectedAsync(view.Value.Id, model) is { } submission)
                {
                    found.Add((view.Value, submission));
                }
            }
        }

        return found;
    }

    private Task<PortfolioWeights> WeightsAsync(RoundView round) => _weights.GetAsync(
        $"{round.Universe.Sha256}|{round.Basis?.Portfolio.Neutralizers?.Sha256}|{round.Basis?.Portfolio.SampleWeights?.Sha256}",
        () => PortfolioWeights.LoadAsync(objects, round.Universe, round.Basis?.Portfolio));
}

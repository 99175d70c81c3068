using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Numerai.Contracts;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Statistics;
using Numerai.Simulations.Agents;
using Numerai.Tournament.Rounds.Submissions;

namespace Numerai.Simulations.Running;

/// <summary>
/// Lets everyone train and predict, and hands the predictions in. Those of Classic enter as rank codes through the submission store's port:
/// what a simulation leaves out is the writing and reading of files, whose content would be these ranks. Those of Signals are files of
/// tickers.
/// </summary>
internal sealed class SubmissionDesk(SimulationHost host, Crowd crowd, int threads, SignalsIntake? signals)
{
    private readonly Dictionary<int, List<Prediction>> _late = [];

    /// <summary>Everyone who takes part learns, when it is time to.</summary>
    public void Train(AgentView view) =>
        Parallel.ForEach(Models(), new ParallelOptions { MaxDegreeOfParallelism = threads }, model => model.Agent.Train(view));

    /// <summary>Everyone who takes part predicts; what is late waits for the close.</summary>
    public IReadOnlyList<Prediction> Predict(AgentView view)
    {
        var models = Models();
        var predicted = new (Prediction? Prediction, bool Late)[models.Count];
        Parallel.For(
            0,
            models.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new RankWorkspace(view.Rows),
            (place, _, workspace) =>
        {
            var submission = models[place].Agent.Predict(view);
            predicted[place] = (Ranked(models[place], submission.Values, workspace), submission.Late);
            return workspace;
        }, _ => { });
        _late[view.Round] = [.. predicted.Where(entry => entry.Late).Select(entry => entry.Prediction).OfType<Prediction>()];
        return [.. predicted.Where(entry => !entry.Late).Select(entry => entry.Prediction).OfType<Prediction>()];
    }

    public async Task SubmitAsync(RoundId round, string universe, IReadOnlyList<Prediction> submissions, SubmissionStatus status)
    {
        if (signals is not null)
        {
            await signals.SubmitAsync(round, submissions, status == SubmissionStatus.Late);
            return;
        }

        foreach (var (model, codes, hash) in submissions)
        {
            var received = host.Clock.GetUtcNow();
            var id = NamedUuid.Submission(model.Id, round.ToString());
            await host.Submissions.AcceptAsync(
                new SubmissionRecord(
                    id, round.Tournament, round, model.Id, crowd.OwnerOf[model.Id]
                        .Id, $"{model.Name}_{round.Number}", hash, universe, status, false, codes.Length, 0, received),
                codes);
            (await host.Actors.Model(model.Id).SubmittedAsync(new LatestSubmission(id, round, received))).Require();
        }
    }

    /// <summary>Hands in what was late for a round that has closed.</summary>
    public async Task SubmitLateAsync(RoundId round, string universe)
    {
        if (_late.Remove(round.Number, out var late))
        {
            await SubmitAsync(round, universe, late, SubmissionStatus.Late);
        }
    }

    private List<SimulatedModel> Models() => [.. crowd.Accounts.Where(account => account.Active).SelectMany(account => account.Models)];

    /// <summary>Null without a submission, or with one the tournament would refuse because all its values are the same.</summary>
    private static Prediction? Ranked(SimulatedModel model, double[]? values, RankWorkspace workspace)
    {
        if (values is null || Moments.IsConstant(values))
        {
            return null;
        }

        if (Moments.FirstNaN(values) is >= 0 and var row)
        {
            throw new InvalidOperationException($"The agent of {model.Name} predicts NaN in row {row}.");
        }

        var codes = new ushort[values.Length];
        RankCodes.TieKept(values, codes, workspace);
        return new Prediction(model, codes, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(codes.AsSpan()))));
    }
}

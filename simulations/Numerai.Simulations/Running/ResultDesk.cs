using Numerai.Contracts;
using Numerai.Scoring.Ranking;
using Numerai.Simulations.Agents;
using Numerai.Simulations.Economy;
using Numerai.Simulations.Portfolios;
using Numerai.Simulations.Research;
using Numerai.Simulations.Results;
using Numerai.Simulations.Staking;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Rounds;
using Numerai.Tournament.Rounds.Scoring;
using Numerai.Tournament.Rounds.Settlement;

namespace Numerai.Simulations.Running;

/// <summary>Takes down what a resolved round came to, publishes its era, checks the books, and drops what is no longer needed.</summary>
internal sealed class ResultDesk(SimulationHost host, SimulationWorld world, int threads)
{
    private (int[] Numbers, double[] Weights) _lastWeights = ([], []);

    public async Task ResolvedAsync(int round, RoundView view)
    {
        var (id, era, benchmarks) = world.InFlight[round];
        var table = StoredJson.Read<ScoreTable>(await host.Objects.GetAsync(view.ScoreTables[view.ScoredDay]));
        var entries = StoredJson.Read<List<SettlementEntry>>(await host.Objects.GetAsync(view.SettlementEntries!));
        var submissions = await SubmissionsAsync(round, view, era.Ids.Length);
        IMetaModelScore score = era.Signals is null ? new TargetScore(era.Targets[0]) : new AlphaScore(era);
        var metaModel = score.Of(submissions.MetaModel);
        TakeScores(round, view, table, entries, await MovementsAsync(view));
        _ = await BooksCheck.RunAsync(host.Actors, world.Crowd, host.Ledger);
        var populations = Array.ConvertAll(submissions.Models, model => world.Crowd.OwnerOf[world.Crowd.Models[model].Id].Population.Name);
        world.Rounds.Add(new RoundRow
        {
            Round = round,
            Era = era.Number,
            Stressed = era.Stressed,
            Submissions = view.Submissions,
            Late = table.Models.Count(model => model.Late),
            Accounts = world.Crowd.Accounts.Count(account => account.Arrival <= round && (account.LeftAt == 0 || account.LeftAt > round)),
            AtRisk = view.AtRisk,
            PayoutFactor = view.PayoutFactor!.Value,
            Paid = view.Paid,
            Burned = view.Burned,
            Treasury = (await host.Actors.Treasury().GetAsync()).Require().Balance,
            Shortfall = world.Shortfall,
            MerkleRoot = view.MerkleRoot!,
            MetaModel = metaModel,
            Benchmark = score.Of(Mean(benchmarks)),
            Variants = RoundStudy.Variants(
                world.Scenario.Research, submissions, world.History, world.Timeline.KnownAtClose(round), era.Features, score, threads),
            Contributions = world.Scenario.Research.LeaveOneOut
                ? RoundStudy.Contributions(submissions, populations, score, metaModel, threads)
                : new SortedDictionary<string, double>(StringComparer.Ordinal),
            EffectiveStakes = RoundStudy.EffectiveStakes(submissions.Stakes),
            EffectiveModels = RoundStudy.EffectiveModels(submissions.MetaModel),
            Turnover = Turnover(era.Securities?.Numbers, submissions.MetaModel),
            Gini = Gini(submissions),
        });
        AddHistory(round, table);
        Publish(round, submissions.MetaModel);
        host.Forget(id);
        if (era.Signals is not null)
        {
            host.Forget(new UniverseId(world.Tournament, Timeline.UniverseDay(round)));
        }
    }

    /// <summary>
    /// Makes the era of a resolved round public and keeps what the portfolio needs; done again when a simulation resumes.
    /// </summary>
    public void Publish(int round, double[]? metaModel)
    {
        var era = world.InFlight[round].Era;
        world.InFlight.Remove(round);
        world.MetaModels[round] = metaModel;
        world.Data.Publish(new PublishedEra(era.Number, era.Features, era.Targets, metaModel));
        if (era.Securities is { } securities)
        {
            world.PortfolioEras.Add(new PortfolioEra(round, metaModel, securities));
            _lastWeights = Weights(securities.Numbers, metaModel);
        }
    }

    private async Task<RoundSubmissions> SubmissionsAsync(int round, RoundView view, int rows)
    {
        var manifest = StoredJson.Read<RoundManifest>(await host.Objects.GetAsync(view.Manifest!));
        var codes = new ushort[manifest.Rows.Length * rows];
        await host.Submissions.ReadCodesAsync([.. manifest.Rows.Select(row => row.Submission)], rows, codes);
        return new RoundSubmissions(
            round,
            new RankTables(rows),
            codes,
            [.. manifest.Rows.Select(row => world.Crowd.ById[row.Model].Index)],
            [.. manifest.Rows.Select(row => Shares.Number(row.AtRisk))],
            view.MetaModel is { } reference ? VectorObject.Read(await host.Objects.GetAsync(reference), rows) : null);
    }

    /// <summary>Churn and turnover of every submission that has them.</summary>
    private async Task<Dictionary<ModelId, Movement>> MovementsAsync(RoundView view)
    {
        var submissions = (await host.Submissions.SelectedAsync(view.Id)).Concat(await host.Submissions.LateAsync(view.Id));
        return submissions.Where(submission => submission.Movement is not null)
            .ToDictionary(submission => submission.Model, submission => submission.Movement!);
    }

    private void TakeScores(
        int round, RoundView view, ScoreTable table, List<SettlementEntry> entries, Dictionary<ModelId, Movement> movements)
    {
        var settled = entries.ToDictionary(entry => entry.Model);
        var payout = world.Timeline.Settings[round - 1].Payout;
        foreach (var model in table.Models)
        {
            var paying = payout.Multipliers.Keys.Where(model.Scores.ContainsKey)
                .ToDictionary(name => name, name => decimal.Round((decimal)model.Scores[name].Value, 9));
            var multiplier = (double)PayoutFormula.Multiplier(
                payout, view.PayoutFactor!.Value,
                System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, paying));
            var entry = settled.GetValueOrDefault(model.Model);
            var simulated = world.Crowd.ById[model.Model];
            simulated.Multipliers.Add(multiplier);
            world.ModelRounds.Add(new ModelRoundRow(
                round,
                simulated.Index,
                model.Late,
                entry is null ? 0 : Shares.Number(entry.AtRisk),
                Score(model, ScoreNames.Corr),
                Score(model, ScoreNames.Mmc),
                Score(model, ScoreNames.Bmc),
                Score(model, ScoreNames.Fnc),
                Score(model, ScoreNames.Cwmm),
                multiplier,
                entry is null ? 0 : Shares.Number(entry.Payout) - Shares.Number(entry.Burn),
                world.Play.HoldsPortfolios ? SignalsScores.Of(model, movements.GetValueOrDefault(model.Model)) : null));
        }
    }

    private void AddHistory(int round, ScoreTable table)
    {
        foreach (var model in table.Models.Where(model => model.Scores.ContainsKey(world.Play.Score)))
        {
            world.History.Add(world.Crowd.ById[model.Model].Index, round, model.Scores[world.Play.Score].Value);
        }
    }

    private double Gini(RoundSubmissions submissions) => Inequality.Gini(
        submissions.Models.Select(
            (model, place) => (Owner: world.Crowd.OwnerOf[world.Crowd.Models[model].Id].Number, Stake: submissions.Stakes[place]))
            .Where(pair => pair.Stake > 0).GroupBy(pair => pair.Owner, pair => pair.Stake).Select(owner => owner.Sum()));

    private double Turnover(int[]? numbers, double[]? metaModel)
    {
        if (numbers is null || metaModel is null || _lastWeights.Numbers.Length == 0)
        {
            return double.NaN;
        }

        var (_, weights) = Weights(numbers, metaModel);
        var before = _lastWeights.Numbers.Zip(_lastWeights.Weights).ToDictionary(pair => pair.First, pair => pair.Second);
        double change = 0;
        for (var row = 0; row < numbers.Length; row++)
        {
            before.Remove(numbers[row], out var old);
            change += Math.Abs(weights[row] - old);
        }

        return Scoring.Statistics.PublishedScore.Round((change + before.OrderBy(pair => pair.Key).Sum(pair => Math.Abs(pair.Value))) / 2);
    }

    private static (int[] Numbers, double[] Weights) Weights(int[] numbers, double[]? metaModel)
    {
        if (metaModel is null)
        {
            return ([], []);
        }

        var weights = new double[metaModel.Length];
        Scoring.Metrics.NeutralizedWeights.CenterAndNormalize(metaModel, weights);
        return (numbers, weights);
    }

    private static double Score(ModelScores model, string name) => model.Scores.TryGetValue(name, out var score) ? score.Value : double.NaN;

    private static double[] Mean(double[][] predictions)
    {
        var mean = new double[predictions[0].Length];
        foreach (var prediction in predictions)
        {
            for (var row = 0; row < mean.Length; row++)
            {
                mean[row] += prediction[row] / predictions.Length;
            }
        }

        return mean;
    }
}

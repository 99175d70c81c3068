using Numerai.Data.Features;
using Numerai.Data.Targets;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Releases;

/// <summary>
/// Walk-forward predictions: a model that predicts an era has learned only from eras whose main target was known at the close of the
/// block's first era. That is the purge: with 20 days and a lag of 2, the five eras before a block are left out.
/// </summary>
internal static class BenchmarkWalk
{
    private const int LeastTrainEras = 52;
    private const double FirstTrainShare = 0.4;

    public static BenchmarkPredictions Run(ReleaseMaterial material, ReleaseOptions options, Action<double> progress,
        CancellationToken cancellation)
    {
        var blocks = Blocks(material.Split, options);
        var predictions = options.Benchmarks.Select(_ => new double[]?[material.Eras.Length]).ToArray();
        var jobs = blocks.SelectMany(block => options.Benchmarks.Select((model, m) => (block, model, m))).ToList();
        var done = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(jobs, parallel, job =>
        {
            var predictor = Train(material, job.model, job.block.First);
            for (var era = job.block.First; era <= job.block.Last; era++)
            {
                predictions[job.m][era] = Predict(material, predictor, era);
            }

            progress(Interlocked.Increment(ref done) / (double)jobs.Count);
        });
        return new BenchmarkPredictions(options.Benchmarks.Select(model => model.Name).ToList(), predictions);
    }

    /// <summary>Predictions of one round by models trained as they would have been when its block of rounds began.</summary>
    public static double[][] Round(ReleaseMaterial material, ReleaseOptions options, int era)
    {
        var first = material.Split.FirstRound;
        var block = first + ((era - first) / options.RetrainRounds * options.RetrainRounds);
        return options.Benchmarks.Select(model => Predict(material, Train(material, model, block), era)).ToArray();
    }

    /// <summary>Blocks of eras predicted by one training. A new one begins with validation and with the first round.</summary>
    private static List<(int First, int Last)> Blocks(ReleaseSplit split, ReleaseOptions options)
    {
        var train = split.Positions(EraRole.Train).ToList();
        var validation = split.Positions(EraRole.Validation).First();
        var rounds = split.Positions(EraRole.Round).ToList();
        var start = Math.Max(LeastTrainEras, (int)(train.Count * FirstTrainShare));
        return
        [
            .. Cut(start, train[^1], options.RetrainEras),
            .. Cut(validation, rounds[0] - 1, options.RetrainEras),
            .. Cut(rounds[0], rounds[^1], options.RetrainRounds),
        ];
    }

    private static IEnumerable<(int First, int Last)> Cut(int first, int last, int length)
    {
        for (var start = first; start <= last; start += length)
        {
            yield return (start, Math.Min(start + length - 1, last));
        }
    }

    private static IBenchmarkPredictor Train(ReleaseMaterial material, IBenchmarkModel model, int before)
    {
        var now = material.Eras[before].Raw.Day;
        var eras = Enumerable.Range(0, before).Where(e => TargetBuilder.LastDay(material.Eras[e].Raw, TargetDefinition.MainDays) <= now)
            .ToList();
        var features = FeatureBlock.Concat(eras.ConvertAll(material.Features));
        var target = eras.SelectMany(e => material.Target(e, TargetDefinition.Main, now)).ToArray();
        var numbers = eras.SelectMany(e => Enumerable.Repeat(material.Eras[e].Raw.Number, material.Eras[e].RowCount)).ToArray();
        return model.Train(features, target, numbers);
    }

    private static double[] Predict(ReleaseMaterial material, IBenchmarkPredictor predictor, int era)
    {
        var scores = new double[material.Eras[era].RowCount];
        predictor.Predict(material.Features(era), scores);
        var ranks = new double[scores.Length];
        Ranks.TieKept(scores, ranks);
        return ranks;
    }
}

using System.Diagnostics;
using System.Runtime.Intrinsics;
using Numerai.Scoring.Benchmarking;
using Numerai.Scoring.Ranking;
using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Tests.Rounds;

public sealed class DeterminismTests
{
    private const string ChildVariable = "NUMERAI_SCORING_CHILD_OUTPUT";

    [Fact]
    public void Scores_are_the_same_bits_for_any_threads_and_any_blocks()
    {
        double[] expected = Scores(threads: 1, modelsPerBlock: 96, callerBlock: 61);
        Assert.Equal(expected, Scores(threads: 2, modelsPerBlock: 24, callerBlock: 61));
        Assert.Equal(expected, Scores(threads: 3, modelsPerBlock: 7, callerBlock: 61));
        Assert.Equal(expected, Scores(threads: 2, modelsPerBlock: 96, callerBlock: 1));
        Assert.Equal(expected, Scores(threads: 2, modelsPerBlock: 200, callerBlock: 25));
        Assert.DoesNotContain(double.NaN, expected);
    }

    [Fact]
    public async Task Scores_are_the_same_bits_with_narrower_vectors()
    {
        // The test host runs this very test once more in a child process that may not use 512-bit vectors; the child only writes its
        // scores.
        double[] own = Scores(threads: 2, modelsPerBlock: 96, callerBlock: 61);
        string? output = Environment.GetEnvironmentVariable(ChildVariable);
        if (output is not null)
        {
            IEnumerable<string> lines = own.Select(score => BitConverter.DoubleToInt64Bits(score).ToString("x16"));
            await File.WriteAllLinesAsync(
                output, [Vector512.IsHardwareAccelerated.ToString(), .. lines], TestContext.Current.CancellationToken);
            return;
        }

        output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ProcessStartInfo start = new(
                "dotnet",
                [typeof(DeterminismTests).Assembly.Location, "-method", $"*{nameof(Scores_are_the_same_bits_with_narrower_vectors)}"])
            {
                RedirectStandardOutput = true,
            };
            start.Environment[ChildVariable] = output;
            start.Environment["DOTNET_EnableAVX512"] = "0";
            start.Environment["DOTNET_EnableAVX512F"] = "0";
            using Process child = Process.Start(start)!;
            string log = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(child.ExitCode == 0, log);
            string[] written = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
            Assert.Equal(bool.FalseString, written[0]);
            double[] narrow = [.. written.Skip(1)
                .Select(line => BitConverter.Int64BitsToDouble(Convert.ToInt64(line, 16)))];
            Assert.Equal(own, narrow);
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static double[] Scores(int threads, int modelsPerBlock, int callerBlock)
    {
        SyntheticRound round = new(new ScoringBenchmarkOptions { Rows = 700, Models = 61, Features = 50, Neutralizers = 9, Seed = 3 });
        ushort[] codes = new ushort[round.Predictions.Length];
        RankCodes.TieKept(round.Predictions, round.Rows, codes, threads);
        double[] shares = [.. round.Stakes.Select(stake => stake / round.Stakes.Sum())];
        double[] metaModel = new double[round.Rows];
        WeightedRanks.Accumulate(new RankTables(round.Rows), codes, shares, metaModel, threads);
        RoundScorer scorer = new(
            new RoundInputs
            {
                Rows = round.Rows,
                MetaModel = metaModel,
                BenchmarkMetaModel = round.Predictions.AsMemory(0, round.Rows),
                Features = round.Features,
                Neutralizers = round.Neutralizers,
                SampleWeights = round.SampleWeights,
            },
            new ScoringOptions { Threads = threads, ModelsPerBlock = modelsPerBlock });
        TargetScoring target = scorer.PrepareTarget(round.Target);
        double[] portfolio = new double[target.Rows];
        scorer.AccumulatePortfolio(codes, shares, target, portfolio);
        target = target.WithPortfolio(portfolio);
        List<double> all = [];
        for (int first = 0; first < round.Models; first += callerBlock)
        {
            int count = Math.Min(callerBlock, round.Models - first);
            BlockScores scores = new(count);
            scorer.Score(codes.AsMemory(first * round.Rows, count * round.Rows), target, scores);
            for (int model = 0; model < count; model++)
            {
                all.AddRange(
                [
                    scores.Corr[model], scores.Mmc[model], scores.Bmc[model], scores.Fnc[model], scores.Cwmm[model], scores.Alpha[model],
                    scores.Mpc[model],
                ]);
            }
        }

        return [.. all];
    }
}

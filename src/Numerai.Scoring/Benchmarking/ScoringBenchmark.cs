using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Rounds;

namespace Numerai.Scoring.Benchmarking;

/// <summary>Measures every stage of scoring a synthetic round, and the whole of it.</summary>
public static class ScoringBenchmark
{
    /// <summary>
    /// Plays a round twice to warm up and take its memory: with submissions as they arrive, and with all predictions held at once. Then
    /// measures.
    /// </summary>
    public static ScoringBenchmarkReport Run(ScoringBenchmarkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        long start = Environment.WorkingSet;
        double arrived = ScoreArrivals(options);
        long peak = Peak() - start;

        // Nothing of the first round may count towards the second; threads let go of their working memory when it is finalized.
        for (int pass = 0; pass < 2; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        SyntheticRound round = new(options);
        SyntheticRun run = new(round, options.Threads);
        run.WholeRound();

        // Taken here, because repeating stages leaves garbage that a round does not.
        long peakAllHeld = Peak() - start;
        double checksum = run.Checksum();
        if (checksum != arrived)
        {
            throw new InvalidOperationException(
                $"The scores differ between predictions that arrive one by one ({arrived:R}) and all at once ({checksum:R}).");
        }

        List<ScoringStage> stages = [];
        void Measure(string name, Action stage, double products = 0) => stages.Add(Time(name, stage, products, options.Repeats));
        double tile = TileKernels.TileWidth;
        double padded = Math.Ceiling(options.Models / tile) * tile;
        double featureProducts = 4.0 * options.Rows * (options.Features + 1) * padded;
        Measure("rank + gaussianize", run.RankAndGaussianize);
        Measure("meta model", run.MetaModel);
        Measure("feature basis", run.Basis);
        Measure("CORR", () => run.Score(ScoreKinds.Corr));
        Measure("MMC", () => run.Score(ScoreKinds.Mmc));
        Measure("FNC", () => run.Score(ScoreKinds.Fnc));
        Measure("FNC products alone", run.FeatureProducts, featureProducts);
        Measure("ALPHA", () => run.Score(ScoreKinds.Alpha));
        Measure("MPC", run.PortfolioContribution);
        Measure("churn", run.Churn);
        Measure("MCWNM + APCWNM, not in the round", run.Comparisons, 2.0 * options.Rows * options.Models * options.Models);
        Measure("whole round", run.WholeRound);
        return new ScoringBenchmarkReport(
            options,
            Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
            MachinePeak.Gigaflops(),
            stages,
            round.Bytes,
            start,
            peak,
            peakAllHeld,
            checksum);
    }

    // A method of its own, so that nothing of it is alive when it returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ScoreArrivals(ScoringBenchmarkOptions options)
    {
        SyntheticRun run = SyntheticRun.OfArrivals(options);
        run.ScoreRanked();
        return run.Checksum();
    }

    /// <summary>
    /// The most memory the process ever had resident, as the operating system counts it (VmHWM on Linux): code and libraries included.
    /// </summary>
    private static long Peak()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private static ScoringStage Time(string name, Action stage, double products, int repeats)
    {
        stage();
        double[] seconds = new double[Math.Max(repeats, 1)];
        double processor = double.PositiveInfinity;
        for (int repeat = 0; repeat < seconds.Length; repeat++)
        {
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long began = Stopwatch.GetTimestamp();
            stage();
            seconds[repeat] = Stopwatch.GetElapsedTime(began).TotalSeconds;
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
        }

        Array.Sort(seconds);
        return new ScoringStage(name, seconds[0], seconds[seconds.Length / 2], processor, products > 0 ? products / processor / 1e9 : null);
    }
}

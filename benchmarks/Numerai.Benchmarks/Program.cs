using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Numerai.Benchmarks.Scoring.RoundScoringBenchmarks).Assembly).Run(args);

using BenchmarkDotNet.Running;
using Numerai.Benchmarks.Hosting;
using Numerai.Benchmarks.Scoring;

// Hosts and tables are measured over seconds of many callers, which is not what BenchmarkDotNet does; all else goes to it.
switch (args)
{
    case ["hosts"]:
        await HostBenchmark.RunAsync();
        break;
    case ["tables"]:
        await TableBenchmark.RunAsync(models: 15_000, rounds: 30);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RoundScoringBenchmarks).Assembly).Run(args);
        break;
}

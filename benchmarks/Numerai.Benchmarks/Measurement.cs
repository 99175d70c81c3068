using System.Diagnostics;

namespace Numerai.Benchmarks;

/// <summary>Prints how many times a second something runs: the best of three, after one run to warm up.</summary>
internal static class Measurement
{
    private const int Repetitions = 3;

    public static async Task RateAsync(string what, int count, Func<int, Task> run)
    {
        var best = 0.0;
        for (var repetition = 0; repetition <= Repetitions; repetition++)
        {
            var started = Stopwatch.GetTimestamp();
            await run(repetition);
            best = Math.Max(best, count / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        Console.WriteLine($"{what,-66} {best,12:N0} a second");
    }

    public static async Task TimeAsync(string what, Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        Console.WriteLine($"{what,-66} {Stopwatch.GetElapsedTime(started).TotalMilliseconds,12:N1} ms");
    }
}

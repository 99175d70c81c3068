using System.Globalization;
using Numerai.Simulations;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Silo.Simulations;

/// <summary>
/// Plays one scenario with its actors as grains of silos in this process: <c>numerai-silo simulate FILE FOLDER SILOS THREADS</c>.
/// <c>numerai cluster simulate</c> starts it and shows what came of it.
/// </summary>
internal static class SimulateProgram
{
    public const string Verb = "simulate";
    private const int MostSilos = 8;
    private const int Refused = 1;
    private const int Usage = 2;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var file, var folder, var silosText, var threadsText]
            || !int.TryParse(silosText, CultureInfo.InvariantCulture, out var silos) || silos is < 1 or > MostSilos
            || !int.TryParse(threadsText, CultureInfo.InvariantCulture, out var threads) || threads < 1)
        {
            await Console.Error.WriteLineAsync($"usage: numerai-silo simulate FILE FOLDER SILOS THREADS, with 1 to {MostSilos} silos and at least one thread.");
            return Usage;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            stop.Cancel();
        };
        try
        {
            await ScenarioRunner.RunAsync(ScenarioReader.Load(file), folder, threads, name => new Lines(name), stop.Token, new SiloActorHosts(silos));
            return 0;
        }
        catch (SimulationException refusal)
        {
            await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Message}");
            return Refused;
        }
    }

    /// <summary>A line a twentieth of the way.</summary>
    private sealed class Lines(string name) : IProgress<SimulationProgress>
    {
        private const double Step = 0.05;
        private double _next = Step;

        public void Report(SimulationProgress value)
        {
            if (value.Share >= _next)
            {
                _next += Step;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value.Share,4:P0}, round {value.Round}"));
            }
        }
    }
}

using Numerai.Simulations.Results;
using Numerai.Simulations.Running;
using Numerai.Simulations.Scenarios;

namespace Numerai.Silo.Simulations;

/// <summary>Plays points on this silo, a few at a time: the silo has other things to do.</summary>
/// <param name="atOnce">Points played at once, each on one thread.</param>
/// <param name="watch">Hears of every step of every point by its id, on the thread that plays it; null for nobody.</param>
public sealed class SimulationPointPlayer(int atOnce, Action<string, SimulationProgress>? watch = null) : IDisposable
{
    private readonly SemaphoreSlim _places = new(atOnce);

    public void Dispose() => _places.Dispose();

    /// <summary>Plays a point in a temporary folder and stores its result.</summary>
    internal async Task PlayAsync(PointObjects point, string json, Action<SimulationProgress> progress, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("numerai-point-");
        try
        {
            var scenario = ScenarioReader.Parse(json, "the point");
            progress(new SimulationProgress(0, 0, "begins"));
            await ScenarioRunner.RunAsync(scenario, folder.FullName, threads: 1, _ => new Listener(step =>
            {
                progress(step);
                watch?.Invoke(point.Id, step);
            }), cancellation);
            await point.StoreAsync(folder.FullName, ResultFiles.Names);
        }
        finally
        {
            folder.Delete(recursive: true);
            _places.Release();
        }
    }

    /// <summary>Reports at once; the library's own progress would put every report on the thread pool.</summary>
    private sealed class Listener(Action<SimulationProgress> hear) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => hear(value);
    }
}

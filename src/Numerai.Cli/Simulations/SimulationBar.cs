using System.Globalization;
using Numerai.Simulations.Running;

namespace Numerai.Cli.Simulations;

/// <summary>
/// Shows how far a simulation is: one line that is written over on a terminal, one line a twentieth of the way otherwise.
/// </summary>
internal sealed class SimulationBar(string name, TimeProvider time) : IProgress<SimulationProgress>
{
    private const double LineShare = 0.05;
    private readonly long _started = time.GetTimestamp();
    private double _first = double.NaN;
    private double _shown;

    public void Report(SimulationProgress value)
    {
        _first = double.IsNaN(_first) ? value.Share : _first;
        var whole = value.Share >= 1;
        if (Console.IsErrorRedirected ? value.Share < _shown + LineShare && !whole : value.Share < _shown + 0.002 && !whole)
        {
            return;
        }

        _shown = value.Share;
        var elapsed = time.GetElapsedTime(_started);
        var done = value.Share - _first;
        var left = done > 0 ? elapsed * ((1 - value.Share) / done) : TimeSpan.Zero;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {value.Share,4:P0}, round {value.Round}, {elapsed:mm\\:ss} gone, about {left:mm\\:ss} left");
        Console.Error.Write(Console.IsErrorRedirected ? line + "\n" : $"\r{line}   {(whole ? "\n" : string.Empty)}");
    }
}

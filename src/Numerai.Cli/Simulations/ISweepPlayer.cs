namespace Numerai.Cli.Simulations;

/// <summary>Plays the points of a sweep somewhere.</summary>
internal interface ISweepPlayer
{
    /// <summary>Plays one point; its result is in the folder afterwards.</summary>
    /// <param name="folder">Made, with <c>scenario.json</c> in it.</param>
    /// <param name="scenario">The content of that file.</param>
    /// <param name="progress">Hears the share of the work that is done.</param>
    /// <param name="cancellation">Ends waiting for it.</param>
    /// <exception cref="Numerai.Simulations.SimulationException"><c>sweep_point_failed</c>.</exception>
    Task PlayAsync(string folder, string scenario, Action<double> progress, CancellationToken cancellation);
}

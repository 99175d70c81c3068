namespace Numerai.Simulations.Results;

/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Processor">Processor seconds of all threads.</param>
public sealed record PhaseSeconds(double Wall, double Processor);

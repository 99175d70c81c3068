namespace Numerai.Simulations.Running;

/// <param name="Wall">Time on the clock.</param>
/// <param name="Processor">Processor time of all threads, which other programs on the machine do not lengthen.</param>
public sealed record PhaseTime(TimeSpan Wall, TimeSpan Processor);

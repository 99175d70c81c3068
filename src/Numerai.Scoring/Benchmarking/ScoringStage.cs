namespace Numerai.Scoring.Benchmarking;

/// <summary>How long one stage took.</summary>
/// <param name="Name">What was done.</param>
/// <param name="BestSeconds">The fastest repeat: what the machine can do.</param>
/// <param name="MedianSeconds">The middle repeat: what one gets on this machine now.</param>
/// <param name="ProcessorSeconds">Processor time of all threads in the repeat that used least; unlike the clock it hardly feels other
/// programs.</param>
/// <param name="Gigaflops">Floating-point operations of the stage's matrix products per second of processor time, in billions, so per
/// thread; null for a stage without.</param>
public sealed record ScoringStage(string Name, double BestSeconds, double MedianSeconds, double ProcessorSeconds, double? Gigaflops = null);
